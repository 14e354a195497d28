"""What an empty page says to those who can fill it: the act that begins it, or a spreadsheet that is there already."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context

from comity.desk.seen import Offer
from comity.web.templatetags.comity import act_address

register = template.Library()


@register.inclusion_tag("parts/begin.html", takes_context=True)
def begin(
    context: Context,
    offers: Sequence[Offer],
    kind: str,
    what: str = "",
    *,
    title: str = "",
    more: str = "",
) -> dict[str, Any]:
    """Lead to the act of a kind, and to bringing a list of it, for those who may; say nothing to others."""
    offer = next((each for each in offers if each.kind.partition("/")[0] == kind), None)
    href = act_address(offer) if offer else ""
    if more and href:
        href += f"{'&' if '?' in href else '?'}{more}"
    viewer = context["frame"].viewer
    return {
        "href": href,
        "kind": offer.kind if offer else "",
        "title": title,
        "what": what if viewer.brings_lists else "",
    }
