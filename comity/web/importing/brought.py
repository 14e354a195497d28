"""What a person brought and said of it so far. Every step carries all of it, so nothing is lost between steps or tabs.

    what=meetings  kept-list={…}  kept-history={…}  encoding=cp1252  sheet=2019
    column-start=3            the field `start` is taken from the fourth column
    set-form=session          and `form` is this where its cell is empty
    enter=7                   row 7 is entered though it may be the same as another
    source=…  on_behalf_of=…  batch=…

The files themselves wait at the desk (`desk.lodge`), for the person who brought them and for three days.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict

from comity.core.errors import Malformed
from comity.desk.intake import KINDS
from comity.desk.intake.wanted import Wanted
from comity.sheets import History, Sheet, read_history, read_list
from comity.web import window
from comity.web.acting.kept import BINDS, LONGEST_NAME, Kept, field_of, kept_in

COUNTS = ("after", "of", "same", "refused")
"""How far an entering in steps is: the last row that was looked at, how many there are, and what became of some."""
LIST, HISTORY, PASTED = "list", "history", "pasted"
PLAIN = ("what", "encoding", "sheet", "source", "on_behalf_of", "batch", "was", *COUNTS)
LONGEST = 400
MOST_ROWS = 12_000
"""How many rows are tried in one request; a longer list is taken in from the terminal."""
AT_ONCE = 2_000
"""How many rows are entered in one request; then the page says how far it is, and goes on."""


@dataclass(frozen=True)
class Brought:
    """One list on its way in."""

    said: Mapping[str, str]
    columns: Mapping[str, int]
    given: Mapping[str, str]
    decided: frozenset[int]
    person: str

    @property
    def wanted(self) -> Wanted:
        """What it is a list of; raise Malformed where that was not said."""
        try:
            return KINDS[self.said.get("what", "")]
        except KeyError:
            known = ", ".join(KINDS)
            raise Malformed("what", expected=f"one of {known}", found="nothing") from None

    def check(self) -> None:
        """Raise Malformed where it was not said what it is a list of, or where it cannot be read."""
        if not self.wanted.columns or not self.sheet.headings:
            raise Malformed("list", expected="headings", found="nothing")

    @property
    def kept(self) -> Kept | None:
        """The file that waits."""
        return kept_in(self.said, LIST)

    @cached_property
    def sheet(self) -> Sheet:
        """The list itself; raise Malformed where it cannot be read or waits no more."""
        content = self._content(LIST)
        if content is None:
            raise Malformed("list", expected="a file, or rows that were pasted", found="nothing")
        found = read_list(
            content, encoding=self.said.get("encoding", ""), sheet=self.said.get("sheet", "")
        )
        if len(found.rows) > MOST_ROWS:
            expected = f"at most {MOST_ROWS} rows here (comity import takes more)"
            raise Malformed("list", expected=expected, found=str(len(found.rows)))
        return found

    @cached_property
    def history(self) -> History | None:
        """What the list says of its own entries, where it came along."""
        content = self._content(HISTORY)
        return None if content is None else read_history(read_list(content))

    def _content(self, name: str) -> bytes | None:
        kept = kept_in(self.said, name)
        if kept is None:
            return None
        content = window.desk_here().lodged(_binds(kept.written), person=self.person)
        if content is None:
            raise Malformed(name, expected="the file as it was kept", found="none; choose it again")
        return content

    def let_go(self) -> None:
        """Let go of the files once the list is entered."""
        for name in (LIST, HISTORY):
            if kept := kept_in(self.said, name):
                window.desk_here().let_go(_binds(kept.written), person=self.person)

    def count(self, name: str) -> int:
        """Return what was counted in the steps before; nothing before the first."""
        told = self.said.get(name, "")
        return int(told) if _is_number(told) else 0

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Return all of it as hidden fields."""
        found = [(name, value) for name, value in self.said.items() if value]
        found += [(f"column-{field}", str(place)) for field, place in self.columns.items()]
        found += [(f"set-{field}", value) for field, value in self.given.items()]
        return found + [("enter", str(row)) for row in sorted(self.decided)]


def brought(request: HttpRequest) -> Brought:
    """Read what a step sent, and keep the files that came with it."""
    person = request.person  # type: ignore[attr-defined]
    posted = request.POST
    said = {name: posted.get(name, "").strip()[:LONGEST] for name in PLAIN}
    said |= {field_of(name): posted.get(field_of(name), "") for name in (LIST, HISTORY)}
    said |= _newly_kept(request, person=person)
    return Brought(
        said=said,
        columns=_columns(posted),
        given=_given(posted),
        decided=frozenset(int(each) for each in posted.getlist("enter") if _is_number(each)),
        person=person,
    )


def _newly_kept(request: HttpRequest, *, person: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in (LIST, HISTORY):
        file = request.FILES.get(name)
        if isinstance(file, UploadedFile):
            found[field_of(name)] = _lodged(file.read(), name=file.name or "", person=person)
    pasted = request.POST.get(PASTED, "")
    if pasted.strip() and field_of(LIST) not in found:
        found[field_of(LIST)] = _lodged(pasted.encode(), name="", person=person)
    return found


def _lodged(content: bytes, *, name: str, person: str) -> str:
    bound = window.desk_here().lodge(content, media_type="application/octet-stream", person=person)
    return json.dumps({**bound, "name": name[:LONGEST_NAME]}, sort_keys=True)


def _binds(written: str) -> Mapping[str, Any]:
    told = json.loads(written)
    return {each: told[each] for each in BINDS}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 8


def _columns(posted: QueryDict) -> dict[str, int]:
    found = {name: posted.get(name, "") for name in posted if name.startswith("column-")}
    return {name[7:]: int(place) for name, place in found.items() if _is_number(place)}


def _given(posted: QueryDict) -> dict[str, str]:
    found = {name: posted.get(name, "") for name in posted if name.startswith("set-")}
    return {name[4:]: value.strip()[:LONGEST] for name, value in found.items() if value.strip()}
