"""Which of the acts that are offered on a page stand as buttons, and which are one press away."""

from collections.abc import Sequence

from django import template

from comity.desk.seen import Offer

register = template.Library()

AT_HAND = 4
"""How many stand beside each other; of more the first three do, and the rest are folded away."""


@register.filter
def at_hand(offers: Sequence[Offer]) -> Sequence[Offer]:
    """Return the acts that stand as buttons: what a page names first is what most come for."""
    return offers if len(offers) <= AT_HAND else offers[: AT_HAND - 1]


@register.filter
def beyond(offers: Sequence[Offer]) -> Sequence[Offer]:
    """Return the acts that are folded away."""
    return offers[len(at_hand(offers)) :]
