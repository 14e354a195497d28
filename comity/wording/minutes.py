"""The sentence of an act that stands in the minutes, readable aloud, whatever of it is sealed or erased."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from comity.core.party import Party
from comity.core.shapes import To
from comity.desk.cells import Cell
from comity.desk.seen import Deed
from comity.wording.hands import PAGE, PAPER, Hand
from comity.wording.mentions import shapes_of
from comity.wording.sentences import write
from comity.wording.slots import Slot, Voice, briefly, said
from comity.wording.things import NO_NAMES, Names
from comity.wording.times import ANYBODY, Reader, clock, span

_BEGINS = re.compile(r"^((?:<[^>]*>|&[^;]+;|[^\w<&])*)(\w)")


def minutes(deed: Deed, *, names: Names = NO_NAMES, reader: Reader = ANYBODY) -> SafeString:
    """Write the sentence as HTML, with a link to each thing it names."""
    return mark_safe(_sentence(deed, Voice(hand=PAGE, names=names, reader=reader)))  # noqa: S308 (a Page wrote it)


def minutes_text(deed: Deed, *, names: Names = NO_NAMES, reader: Reader = ANYBODY) -> str:
    """Write the sentence in plain words."""
    return _sentence(deed, Voice(hand=PAPER, names=names, reader=reader))


def aloud(deed: Deed, *, zone: str, label: str = "", names: Names = NO_NAMES) -> str:
    """Write it as minutes are read out, the clock first: `At 22:59:58, Harbour time: …`."""
    sentence = minutes_text(deed, names=names)
    return _("At %(clock)s: %(sentence)s") % {
        "clock": clock(deed.at, zone=zone, label=label),
        "sentence": sentence,
    }


def _sentence(deed: Deed, voice: Voice) -> str:
    if not deed.scope:
        voice = replace(voice, reader=replace(voice.reader, venue=""))
    if not deed.kind:
        return _("An act whose contents are sealed from you.")
    written = write(deed.kind, "minutes", _given(deed, voice), autoescape=voice.hand.autoescape)
    if deed.get("follows"):
        pieces = {"first": written, "second": _follows(deed, voice)}
        written = voice.hand.fill("%(first)s %(second)s", pieces)
    written = capital(written)
    if deed.is_recorded:
        written = _recorded(deed, written, voice)
    return _struck(deed, written, voice.hand) if deed.struck_by is not None else written


def _given(deed: Deed, voice: Voice) -> Mapping[str, Any]:
    """Return what a template may speak of: who acted, every field, and what is composed of several."""
    shapes = shapes_of(deed.kind)
    slots: dict[str, Any] = {
        field: Slot(cell=deed.get(field), shape=shape, field=field, voice=voice)
        for field, shape in shapes.items()
    }
    return {
        "who": _actor(deed, voice),
        "is_recorded": deed.is_recorded,
        "when_and_where": _when_and_where(slots, voice),
        **slots,
    }


def _actor(deed: Deed, voice: Voice) -> Slot | str:
    """Name the party whose doing it is; a source may leave that open."""
    if deed.party:
        return _party(deed.party, voice)
    return voice.hand.plain(_("a party that the source does not name"))


def _party(cell: Cell, voice: Voice) -> Slot:
    return Slot(cell=cell, shape=To(Party), field="on_behalf_of", voice=voice)


def _when_and_where(slots: Mapping[str, Any], voice: Voice) -> str:
    """Write the dates and place of a meeting, on the clock of the place."""
    if not {"start", "end", "place", "zone"} <= slots.keys():
        return ""
    start, end, place = slots["start"], slots["end"], slots["place"]
    zone = slots["zone"].value or "UTC"
    dates = str(start)
    if start.is_open:
        label = voice.reader.zones.get(zone, "")
        known = span(start.cell.value, end.cell.value or None, zone=zone, label=label)
        dates = voice.hand.plain(known)
    if not place:
        return dates
    return voice.hand.fill(_("%(dates)s, %(place)s"), {"dates": dates, "place": place.bare})


def _follows(deed: Deed, voice: Voice) -> str:
    shape = shapes_of(deed.kind)["follows"]
    slot = Slot(cell=deed.get("follows"), shape=shape, field="follows", voice=voice)
    return voice.hand.fill(_("It follows from %(things)s."), {"things": str(slot)})


def _recorded(deed: Deed, sentence: str, voice: Voice) -> str:
    """Frame what is only entered here, so that it never reads as the party's own act."""
    pieces = {
        "archive": str(_party(deed.on_behalf_of, voice)),
        "source": voice.hand.plain(briefly(deed.source)),
        "sentence": sentence,
    }
    when = said(deed.effective.value, reader=voice.reader) if deed.effective.value else ""
    if when and when not in briefly(deed.source):
        pieces["when"] = voice.hand.plain(when)
        pattern = _("%(sentence)s Recorded by %(archive)s from %(source)s, of %(when)s.")
    else:
        pattern = _("%(sentence)s Recorded by %(archive)s from %(source)s.")
    return voice.hand.fill(pattern, pieces)


def _struck(deed: Deed, sentence: str, hand: Hand) -> str:
    pieces = {"number": hand.plain(str(deed.struck_by)), "sentence": hand.struck(sentence)}
    return hand.fill(_("%(sentence)s Struck by act %(number)s: entered in error."), pieces)


def capital(sentence: str) -> str:
    """Begin a sentence with a capital, whatever it begins with."""
    return _BEGINS.sub(lambda found: found[1] + found[2].upper(), sentence, count=1)
