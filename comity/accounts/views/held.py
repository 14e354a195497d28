"""What a form says that comes back because too much came: when it may be sent again, and how else it is taken."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.http import HttpResponse


def held(until: datetime, *, now: datetime) -> dict[str, object]:
    """Return what `accounts/held.html` says: in how many minutes, and the address that letters are answered to."""
    return {
        # At least one: a share that came free while this was written is no reason to say nothing.
        "minutes": max(1, -(-(until - now) // timedelta(minutes=1))),
        "write_to": parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
    }


def wait(answer: HttpResponse, told: Mapping[str, Any]) -> HttpResponse:
    """Tell programs, too, how long to wait: in seconds, as `Retry-After` has them."""
    answer.headers["Retry-After"] = str(told["minutes"] * 60)
    return answer
