"""What is drawn on the server: rings, dots, codes to scan, words as they changed. It prints and needs no script."""

from datetime import datetime
from hashlib import sha256
from typing import Any

import segno
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comity.core.when import Deadline
from comity.desk.cells import Cell, Value
from comity.desk.seen import Seen
from comity.web.changed import Run, brackets, changes
from comity.web.ring import Ring, ring_of
from comity.wording import name_of
from comity.wording.marks import may_tell as told_to

register = template.Library()

ENDED = {
    "broken": gettext_lazy("broken"),
    "held": gettext_lazy("held"),
    "closed": gettext_lazy("closed"),
}
"""What stands in a ring that has run its course."""
DRAWN_AS = {
    "object": "oppose",
    "abstain": "awaiting-instructions",
    "yes": "support",
    "no": "oppose",
}
"""Answers that are drawn as the positions next to them are."""


@register.inclusion_tag("parts/ring.html", takes_context=True)
def ring(context: template.Context, silence: Seen[Any]) -> dict[str, Any]:
    """Draw the ring of a silence, a round or a ballot; nothing where its deadline may not be seen."""
    deadline, opened = silence.value("deadline"), silence.value("opened") or silence.at
    if deadline is None:
        return {"ring": None}
    drawn = ring_of(opened=opened, deadline=deadline.instant, now=context["reader_now"])
    if silence.value("status") != "running":
        drawn = Ring(0, drawn.whole_seconds)
    big, small = _span(drawn.left_seconds), _of(drawn.whole_seconds, left=drawn.left_seconds)
    if silence.value("status") in ENDED:
        big = str(ENDED[silence.value("status")])
    return {
        "ring": drawn,
        "big": big,
        "small": small if drawn.left_seconds else "",
        "says": f"{big} {small}",
    }


@register.inclusion_tag("parts/ring.html", takes_context=True)
def ring_until(
    context: template.Context, deadline: Deadline | None, opened: datetime
) -> dict[str, Any]:
    """Draw the ring of what is owed by a time; nothing where that time may not be seen."""
    if deadline is None:
        return {"ring": None}
    drawn = ring_of(opened=opened, deadline=deadline.instant, now=context["reader_now"])
    big, small = _span(drawn.left_seconds), _of(drawn.whole_seconds, left=drawn.left_seconds)
    small = small if drawn.left_seconds else ""
    return {"ring": drawn, "big": big, "small": small, "says": f"{big} {small}"}


@register.simple_tag
def tlp(mark: Cell) -> SafeString:
    """Write a Traffic Light mark as its standard draws it: the label in its colour on black."""
    if not isinstance(mark, Value):
        return format_html('<span class="withheld">{}</span>', str(mark))
    return format_html(
        '<span class="tlp {}" dir="ltr">{}</span>', str(mark.value), name_of(mark.value)
    )


@register.simple_tag
def may_tell(mark: Cell) -> str:
    """Say to whom what bears a mark may be told."""
    return told_to(mark.value) if isinstance(mark, Value) else str(mark)


def _span(seconds: int) -> str:
    """Say how much is left in one unit, rounded so that it never promises more than there is."""
    minutes = -(-seconds // 60)
    if not minutes:
        return _("over")
    if minutes < 120:
        return ngettext("%(n)d min", "%(n)d min", minutes) % {"n": minutes}
    hours = minutes // 60
    if hours < 72:
        return ngettext("%(n)d h", "%(n)d h", hours) % {"n": hours}
    return ngettext("%(n)d day", "%(n)d days", hours // 24) % {"n": hours // 24}


def _of(seconds: int, *, left: int) -> str:
    """Say of how much, in the unit in which what is left is told wherever that reads."""
    if left < 2 * 3600 and seconds < 2 * 3600:
        minutes = -(-seconds // 60)
        return ngettext("of %(n)d min left", "of %(n)d min left", minutes) % {"n": minutes}
    hours = max(round(seconds / 3600), 1)
    if -(-left // 60) < 72 * 60 and hours <= 96:
        return ngettext("of %(n)d h left", "of %(n)d h left", hours) % {"n": hours}
    days = round(hours / 24)
    return ngettext("of %(n)d day left", "of %(n)d days left", days) % {"n": days}


@register.inclusion_tag("parts/dot.html")
def dot(stance: Cell) -> dict[str, str]:
    """Draw the dot of a stance: each has a shape of its own beside its colour."""
    drawn = str(stance.value) if stance.is_value else "sealed"
    return {"stance": DRAWN_AS.get(drawn, drawn)}


@register.simple_tag
def qr(words: str) -> SafeString:
    """Draw words as a code to scan."""
    code = segno.make(words, error="m", micro=False)
    drawn = code.svg_inline(
        scale=4,
        border=2,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        title=_("The address of this document"),
    )
    return mark_safe(drawn)  # noqa: S308 — segno drew it; the words are modules, not markup


@register.filter
def changed_from(after: Cell, before: Cell) -> list[Run]:
    """Return words as they changed; where either is withheld, what may be seen of the new ones."""
    if not after.is_value or not before.is_value:
        return [Run("same", str(after))]
    return changes(str(before.value), str(after.value))


@register.filter
def superseding(after: Cell, before: Cell) -> list[Run]:
    """Return words that took the place of others; with too little in common, those that went and those that came."""
    runs = changed_from(after, before)
    told = after.is_value and before.is_value and after.value != before.value
    if told and [each.kind for each in runs] == ["same"]:
        return [Run("gone", str(before.value)), Run("added", f"\n{after.value}")]
    return runs


@register.filter
def reworded_from(after: str, before: Cell) -> list[Run]:
    """Return words that were put together, as they changed from what stands."""
    return changes(str(before), after)


@register.filter
def bracketed(words: Cell) -> list[Run]:
    """Return words parted at their brackets."""
    return brackets(str(words)) if words.is_value else [Run("same", str(words))]


@register.filter
def short_code(leaf: str) -> str:
    """Return a code of an act that can be read over a telephone: sixteen characters of its leaf's digest."""
    digest = sha256(b"\x00" + leaf.encode()).hexdigest()[:16].upper()
    return " ".join(digest[place : place + 4] for place in range(0, 16, 4))
