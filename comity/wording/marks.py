"""What each mark of the Traffic Light Protocol lets its reader do, in words for whoever holds the paper."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from comity.core.mark import Mark

MAY_TELL: Mapping[Mark, Any] = {
    Mark.CLEAR: _("Everybody. Nothing in it is kept from anyone."),
    Mark.GREEN: _("Your community: those who take part in the programme, not the public."),
    Mark.AMBER: _(
        "Your own organization and those whom you serve, as far as they need it to protect themselves."
    ),
    Mark.AMBER_STRICT: _("Your own organization only, as far as it needs to know."),
    Mark.RED: _("Nobody. It is for the eyes of those who read it here."),
}


def may_tell(mark: Mark) -> str:
    """Say to whom what bears this mark may be told."""
    return str(MAY_TELL[mark])
