"""The form of an act: one field for each thing its kind must be told, with labels from the wording room."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from comity.acts.register import load
from comity.core.act import ANOTHER, act_shapes, required_fields
from comity.core.shapes import (
    Date,
    File,
    Flag,
    Id,
    OneOf,
    Several,
    Shape,
    Thing,
    To,
    Until,
    Whole,
    Words,
)
from comity.desk.readings.act_page import ActPage
from comity.web.acting import composing, days, pasted, rows
from comity.web.acting.begun import MARK, WITH_HOURS, begun, mark
from comity.web.acting.beside import Doubles
from comity.web.acting.choosing import alphabet, choice_name, in_rows
from comity.web.acting.field import Field, InSummary, Option, Said, in_summary
from comity.web.acting.kept import kept_in
from comity.web.acting.telling import FOLLOWING, who_will_see
from comity.wording import before, button, labels, name_of, title
from comity.wording.things import Names

GRAVE = frozenset(
    {
        "reframe.break-silence",
        "programme.erase",
        "programme.strike",
        "parties.revoke-key",
        "parties.end-mandate",
        "convene.cancel-meeting",
    }
)
"""Kinds whose button is drawn as grave: they end something for others."""
INSTEAD: Mapping[tuple[str, bool], tuple[str, ...]] = {
    ("programme.send-circular", True): ("to",),
    ("programme.send-circular", False): ("body",),
}
"""Fields that are asked for only where the body is not filled in already, or only where it is."""
CHOICES = 6
"""Up to so many choices stand open; more are folded into a list."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """An act's form."""

    kind: str
    title: str
    before: str
    who_sees: Sequence[str]
    action: str
    nonce: str
    draft: str
    fields: Sequence[Field]
    hidden: Sequence[tuple[str, str]]
    parties: Sequence[Option]
    is_grave: bool
    is_fresh: bool = True
    """True where nothing was typed yet, so that what the device kept may be put back."""
    refusals: Sequence[Said] = field(default=())
    begun: str = ""
    """What tells what the form began with, where it says a thing anew."""
    doubles: Doubles | None = None
    """What is called alike already, where somebody is asked whether they are two."""

    @property
    def summary(self) -> list[InSummary]:
        """Every reason why it is not in order, each with the name of the field that it is about."""
        shown = [*self.fields, Field(name="on_behalf_of", form="choice", label=_("On behalf of"))]
        asked = self.fields if len(self.parties) < 2 else shown
        pasted_in = {
            name: pasted.FIELD for name in pasted.STANDS_FOR if pasted.is_pasted(self.kind)
        }
        moved = [
            replace(each, field=pasted_in.get(each.field, each.field)) for each in self.refusals
        ]
        return in_summary(moved, asked)

    @property
    def may(self) -> bool:
        """True where the viewer may do it for some party."""
        return bool(self.parties)

    @property
    def has_file(self) -> bool:
        """True where a file is asked for."""
        return any(each.form == "file" or each.reads for each in self.fields)


def form_of(
    page: ActPage,
    *,
    nonce: str,
    names: Names,
    typed: Mapping[str, str] | None = None,
    refusals: Sequence[Said] = (),
) -> Form:
    """Make the form of an act: empty, or with what was typed and why it was refused."""
    verb = page.kind.partition("/")[0]
    given = dict(typed or begun(page))
    shapes, told = act_shapes(load()[page.kind]), labels(page.kind)
    shown = {
        name: shape
        for name, shape in shapes.items()
        if not isinstance(shape, Id)
        and name not in (*page.given, ANOTHER)
        and _is_asked(name, page)
    }
    required = required_fields(load()[page.kind])
    fields = [
        _field(
            name,
            shape,
            page=page,
            names=names,
            value=given.get(name, ""),
            label=told.get(name, (name, "")),
            is_required=name in required,
        )
        for name, shape in shown.items()
        if name != FOLLOWING
        and name not in INSTEAD.get((verb, "body" in page.given), ())
        and not (pasted.is_pasted(page.kind) and name in pasted.STANDS_FOR)
        and name not in composing.left_out(page.kind)
    ]
    fields = [
        _completed(each, shapes[each.name], given, told=told, page=page, names=names)
        for each in fields
    ]
    chosen = given.get("on_behalf_of", page.parties[0].id if page.parties else "")
    return Form(
        kind=page.kind,
        title=title(page.kind) or button(page.kind),
        before=before(page.kind),
        who_sees=who_will_see(page, names),
        action=f"/act/{verb}",
        nonce=nonce,
        draft=f"{verb}:{':'.join(page.given.values())}",
        fields=[
            _with_refusals(each, [said for said in refusals if said.field == each.name])
            for each in fields
        ]
        + ([pasted.field_of(given, refusals)] if pasted.is_pasted(page.kind) else []),
        hidden=sorted(page.given.items()),
        parties=[Option(each.id, str(each["name"]), each.id == chosen) for each in page.parties],
        is_grave=verb in GRAVE,
        is_fresh=not typed,
        refusals=refusals,
        begun=given.get(MARK) or mark(page),
    )


def _with_refusals(made: Field, refusals: Sequence[Said]) -> Field:
    """Put the reasons beside a field; where it was of a kind of its own, a browser would not show other words in it."""
    is_kept = made.form != "line" or not (refusals and made.value)
    return replace(made, refusals=refusals, input=made.input if is_kept else "text")


def _is_asked(name: str, page: ActPage) -> bool:
    """Tell whether a field is asked of the things that the act is about."""
    asks = load()[page.kind].ASKS
    if not any(name in fields for fields in asks.values()):
        return True
    return not page.about or any(name in asks.get(each.type, ()) for each in page.about)


def _completed(
    made: Field,
    shape: Shape,
    given: Mapping[str, str],
    *,
    told: Mapping[str, tuple[str, str]],
    page: ActPage,
    names: Names,
) -> Field:
    """Add what stands in more than one hidden or typed field: a kept file, the rows of small records."""
    if made.form == "file":
        return replace(made, kept=kept_in(given, made.name))
    if not rows.columns(shape):
        return made
    table = rows.shown(
        made.name,
        shape,
        given,
        labels=told,
        deed=page.deed,
        named={**in_rows(made.name, page.choices, names), **days.options(page)},
        unasked=days.unasked(page),
    )
    return replace(made, form="rows", table=table)


def _field(
    name: str,
    shape: Shape,
    *,
    page: ActPage,
    names: Names,
    value: str,
    label: tuple[str, str],
    is_required: bool,
) -> Field:
    made = Field(
        name=name, form="line", label=label[0], hint=label[1], value=value, is_required=is_required
    )
    return _SHAPED.get(type(shape), _line)(made, shape, page, names)


def _line(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    return made


def _words(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    return replace(made, form="words")


def _several(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    if isinstance(shape.each, OneOf):
        return replace(_one_of(made, shape.each, page, names), form="several")
    if isinstance(shape.each, To):
        is_listed = made.name in page.choices
        form = {"form": "several"} if is_listed else {"form": "words", "rows": 3}
        return replace(_to(made, shape.each, page, names), **form)
    return replace(made, form="words", rows=3)


def _one_of(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    chosen = made.value.split("\n")
    options = [Option(each.value, name_of(each), each.value in chosen) for each in shape.enum]
    return replace(made, form="choice" if len(options) <= CHOICES else "select", options=options)


def _to(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    if made.name not in page.choices:
        told = _("There are too many to list: give its id, the last part of its page's address.")
        return replace(made, hint=" ".join(filter(None, [made.hint, told])))
    chosen = made.value.split("\n")
    options = [
        Option(each.id, choice_name(each, names), each.id in chosen)
        for each in page.choices.get(made.name, ())
    ]
    return replace(made, form="select", options=sorted(options, key=alphabet))


def _flag(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    return replace(made, form="flag")


def _whole(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    return replace(made, input="number")


def _date(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    told = (
        _("Year, month, day, as in 2026-11-24, with the hour there or without: 2026-11-24 09:30.")
        if page.kind.partition("/")[0] in WITH_HOURS
        else _("Year, month, day, as in 2026-11-24; a month or a year alone will do.")
    )
    return replace(made, hint=" ".join(filter(None, [made.hint, told])))


def _until(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    whose = _("In the time of the venue.") if page.body else _("In your own time.")
    hint = " ".join(filter(None, [made.hint, whose]))
    return replace(made, input="datetime-local", hint=hint)


def _file(made: Field, shape: Any, page: ActPage, names: Names) -> Field:
    return replace(made, form="file")


_SHAPED: Mapping[type, Callable[[Field, Any, ActPage, Names], Field]] = {
    Words: _words,
    Several: _several,
    OneOf: _one_of,
    To: _to,
    Flag: _flag,
    Whole: _whole,
    Until: _until,
    File: _file,
    Date: _date,
    Thing: _line,
}
