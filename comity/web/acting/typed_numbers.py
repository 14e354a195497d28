"""What is shown of numbers that were typed before paragraphs, and what is asked of them, before a text is tabled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comity.texts.typed_numbers import Break, Typed, TypedNumbers
from comity.web.acting import pasted
from comity.web.acting.field import Option
from comity.web.acting.pasted import Becomes
from comity.web.window import desk_here

MOST = 12
SHORT = 90
"""How much of a paragraph tells which it is."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One paragraph: the number it gets, the one that was typed, and how it goes on."""

    number: str
    mark: str
    words: str
    says: str = ""
    """Why it breaks the order; empty where it does not."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The numbers of a text, as they are shown to whoever tables it."""

    says: str
    lines: Sequence[Line]
    breaking: Sequence[Line]
    """Those that break the order, the first of them."""
    more: int
    """How many more there are."""
    choices: Sequence[Option]
    name: str = pasted.CHOICE

    @property
    def is_asked(self) -> bool:
        """True where they do not run in order, so that nothing is chosen already."""
        return not any(each.is_chosen for each in self.choices)


def to_be_shown(
    envelope: Mapping[str, Any], typed: Mapping[str, str], *, person: str
) -> Shown | None:
    """Return the numbers until it is said what becomes of them; nothing of an act that would be refused."""
    found = None if typed.get(pasted.CHOICE) else shown(str(envelope["kind"]), typed)
    stands = found and desk_here().before(envelope, lambda _look, _index: True, person=person)
    return found if stands else None


def shown(kind: str, typed: Mapping[str, str]) -> Shown | None:
    """Return what is to be shown; None where the form takes no text, or no numbers were typed in it."""
    if not pasted.is_pasted(kind):
        return None
    found = pasted.found_in(typed.get(pasted.FIELD, ""))
    if not found.are_there:
        return None
    numbers = [number for number, _words in pasted.paragraphs(typed.get(pasted.FIELD, ""))]
    lines = [
        _line(each, number, place)
        for place, (each, number) in enumerate(zip(found.each, numbers, strict=True), start=1)
    ]
    breaking = [each for each in lines if each.says]
    return Shown(
        says=_says(found),
        lines=lines,
        breaking=breaking[:MOST],
        more=max(len(breaking) - MOST, 0),
        choices=list(_choices(found)),
    )


def _line(each: Typed, number: str, place: int) -> Line:
    flat = " ".join(each.words.split())
    words = flat if len(flat) <= SHORT else flat[:SHORT].rsplit(" ", 1)[0] + " […]"
    return Line(
        number=number, mark=each.mark.strip(), words=words, says=_breaking(each, place, words)
    )


def _breaking(each: Typed, place: int, words: str) -> str:
    """Say how a paragraph breaks the order."""
    told = {"place": place, "mark": each.mark.strip(), "words": words, "expected": each.expected}
    match each.breaks:
        case Break.TWICE:
            return _("Paragraph %(place)s begins with “%(mark)s” once more: “%(words)s”") % told
        case Break.SKIPS if each.expected:
            return (
                _(
                    "Paragraph %(place)s begins with “%(mark)s” where %(expected)s would come next: “%(words)s”"
                )
                % told
            )
        case Break.SKIPS:
            return _("Paragraph %(place)s begins with “%(mark)s” out of order: “%(words)s”") % told
        case Break.WITHOUT:
            return _("Paragraph %(place)s begins with no number: “%(words)s”") % told
        case Break.SMALL:
            return (
                _(
                    "Paragraph %(place)s goes on in a small letter after “%(mark)s”, as a sentence does that was"
                    " broken there: “%(words)s”"
                )
                % told
            )
    return ""


def _says(found: TypedNumbers) -> str:
    numbers = [each.number for each in found.each]
    told = {"first": numbers[0], "last": numbers[-1], "count": len(numbers)}
    if found.run_after:
        words = ngettext(
            "Numbers stand before the paragraphs that you pasted, in order, but not before the first.",
            "Numbers stand before the paragraphs that you pasted, in order, but not before the first %(before)s.",
            found.run_after,
        )
        return words % {"before": found.run_after}
    if not found.run:
        return _(
            "Numbers stand before the paragraphs that you pasted, and they do not run in order."
        )
    if numbers == [str(place) for place in range(1, len(numbers) + 1)]:
        return (
            ngettext(
                "Comity numbers the paragraphs; the number %(first)s that you pasted is left out.",
                "Comity numbers the paragraphs; the numbers %(first)s to %(last)s that you pasted are left out.",
                len(numbers),
            )
            % told
        )
    return (
        ngettext(
            "The paragraph is numbered %(first)s, as you pasted it; the number is left out of its words.",
            "The paragraphs are numbered %(first)s to %(last)s, as you pasted them; the numbers are left out of"
            " their words.",
            len(numbers),
        )
        % told
    )


def _choices(found: TypedNumbers) -> Iterator[Option]:
    """Offer what may become of them; where they run in order, that they go."""
    count = len(found.each)
    if found.run:
        yield Option(Becomes.OUT, _("Leave them out."), is_chosen=True)
        yield Option(Becomes.KEPT, _kept(count), is_chosen=False)
        return
    if found.run_after:
        last = f"PP{found.run_after}"
        yield _option(
            Becomes.AFTER_PREAMBLE,
            ngettext(
                "Leave them out of the words and number as you pasted; the one before them is PP1.",
                "Leave them out of the words and number as you pasted; those before them are PP1 to %(last)s.",
                found.run_after,
            )
            % {"last": last},
        )
    out = ngettext(
        "Leave all of them out, and number the paragraph anew.",
        "Leave all of them out, and number the paragraphs anew from 1 to %(count)s.",
        count,
    )
    yield _option(Becomes.OUT, out % {"count": count})
    if any(each.mark and each.breaks for each in found.each):
        some = _(
            "Leave out those that run in order, keep the others in the words, and number anew."
        )
        yield _option(Becomes.RUNNING_OUT, some)
    yield _option(Becomes.KEPT, _kept(count))


def _kept(count: int) -> str:
    words = ngettext(
        "Keep them in the words; Comity’s number stands beside them.",
        "Keep them in the words; Comity’s numbers from 1 to %(count)s stand beside them.",
        count,
    )
    return words % {"count": count}


def _option(value: Becomes, label: str) -> Option:
    return Option(value.value, label, is_chosen=False)
