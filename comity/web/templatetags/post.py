"""What pages say of letters: where they are, and what became of each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comity.desk.readings.mailing import Mailing, Sending
from comity.wording.letter import Written, compose, link_to

register = template.Library()

BECAME: Mapping[str, Any] = {
    "waiting": gettext_lazy("waits to be sent"),
    "sent": gettext_lazy("taken by a mail server"),
    "printed": gettext_lazy("printed: no mail server is named here"),
    "digest": gettext_lazy("waits for the one letter a day that they chose"),
    "given-up": gettext_lazy("nobody took it in three days"),
    "returned": gettext_lazy("came back"),
    "void": gettext_lazy("not sent: they stand for the party no more, or may see nothing of it"),
}


@register.simple_tag(takes_context=True)
def letter_of(context: template.Context, mailing: Mailing) -> Written | None:
    """Write the letter of an act as whoever looks at the page may see it."""
    if mailing.thing is None:
        return None
    return compose(
        mailing.deed,
        mailing.thing,
        names=context.get("names") or {},
        reader=context["reader"],
        link=link_to(mailing.thing.thing, mailing.deed.index, str(settings.COMITY_ADDRESS)),
    )


@register.simple_tag(takes_context=True)
def to_the_second(context: template.Context, instant: datetime) -> str:
    """Write the time of day on the reader's own clock, to the second."""
    return instant.astimezone(ZoneInfo(context["reader"].zone or "UTC")).strftime("%H:%M:%S")


@register.filter
def became(sending: Sending) -> str:
    """Say what became of one letter."""
    return str(BECAME[sending.state])


@register.filter
def tally(mailing: Mailing) -> str:
    """Say of letters that are on their way how many were taken, came back, or have nobody to go to."""
    said = [
        (mailing.sent, ngettext("%d letter sent", "%d letters sent", mailing.sent)),
        (mailing.lost, ngettext("%d came back", "%d came back", mailing.lost)),
        (
            mailing.waiting,
            ngettext(
                "nobody of %d party written to yet",
                "nobody of %d parties written to yet",
                mailing.waiting,
            ),
        ),
    ]
    found = [words % number for number, words in said if number]
    return ", ".join(found) if found else _("Nothing has left yet")
