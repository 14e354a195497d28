"""What a search found, as it is shown: each act once, with the passages in which the words stand."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from comity.desk.cells import Cell
from comity.desk.readings.found import FoundPage
from comity.desk.seen import Deed, Seen
from comity.projections.terms import asked as asked_for
from comity.projections.terms import tokens
from comity.wording.things import address as page_of

register = template.Library()

AROUND = 160
"""How many characters of a passage stand around the words found."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """One act in which the words asked for stand, however often they do."""

    deed: Deed
    thing: Seen[Any] | None
    """What the act made; the whole rather than one of its parts."""
    passages: Sequence[str] = field(default=())
    """The passages found, without the title of the thing itself."""

    @property
    def address(self) -> str:
        """Where it is read: on the page of the thing, else on that of the act."""
        return (page_of(self.thing.thing) if self.thing else "") or f"/record/{self.deed.index}"


PARTS_OF_TEXTS = ("paragraph",)
"""These are made together with a whole, which stands for them."""


@register.filter
def together(page: FoundPage) -> list[Found]:
    """Tell each act once, with every passage of it that was found."""
    acts: dict[int, Found] = {}
    for hit in page.hits:
        thing = _made(hit.things, known=page.things)
        found = acts.get(hit.deed.index) or Found(deed=hit.deed, thing=thing)
        titles = {str(cell) for cell in _titles(thing)}
        more = () if hit.words in titles or hit.words in found.passages else (hit.words,)
        passages = (*found.passages, *more)
        acts[hit.deed.index] = dataclasses.replace(found, passages=passages)
    return list(acts.values())


def _made(things: Sequence[str], *, known: Mapping[str, Seen[Any]]) -> Seen[Any] | None:
    seen = [known[each] for each in things if each in known]
    wholes = [each for each in seen if each.type not in PARTS_OF_TEXTS]
    return next(iter([*wholes, *seen]), None)


def _titles(thing: Seen[Any] | None) -> Iterator[Cell]:
    for given in ("title", "name", "office"):
        if thing is not None and given in thing.cells:
            yield thing[given]


@register.simple_tag
def excerpt(words: str, asked: str) -> SafeString:
    """Write the passage around the first word found, with the words found marked."""
    wanted = [re.escape(each) for each in re.findall(r"\w+", asked)]
    if wanted and not re.search("|".join(wanted), words, flags=re.IGNORECASE):
        # Found though it is written otherwise: with an article, in other figures, with other marks on its letters.
        wanted = [re.escape(each) for each in _written_otherwise(words, asked)]
    found = re.search("|".join(wanted), words, flags=re.IGNORECASE) if wanted else None
    if not found:
        return format_html("{}{}", words[: 2 * AROUND], "…" if len(words) > 2 * AROUND else "")
    start, end = _between_words(words, found.start() - AROUND, found.end() + AROUND)
    pieces = re.split(f"({'|'.join(wanted)})", words[start:end], flags=re.IGNORECASE)
    marked = format_html_join(
        "", "{}", ((_marked(each, place),) for place, each in enumerate(pieces))
    )
    return format_html("{}{}{}", "…" if start else "", marked, "…" if end < len(words) else "")


def _written_otherwise(words: str, asked: str) -> list[str]:
    """Return the words of a passage that are found by a question, as they are written there."""
    sought = set(asked_for(asked))
    runs = dict.fromkeys(re.findall(r"[\w\u064b-\u065f\u0300-\u036f]+", words))
    return [run for run in runs if sought & set(tokens(run))]


def _between_words(words: str, start: int, end: int) -> tuple[int, int]:
    """Widen the ends of a passage inwards to where no word is cut; a word longer than that is."""
    before, after = (
        words.find(" ", max(0, start), start + AROUND),
        words.rfind(" ", end - AROUND, end),
    )
    first = 0 if start <= 0 else before + 1 if before >= 0 else start
    last = len(words) if end >= len(words) else after if after >= 0 else end
    return first, last


def _marked(piece: str, place: int) -> SafeString:
    return format_html(
        "<mark>{}</mark>" if place % 2 else "{}", unicodedata.normalize("NFC", piece)
    )
