"""What a form says that comes back because too much came: when it may be sent again, and how else it is taken."""

from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings


def held(until: datetime, *, now: datetime) -> dict[str, object]:
    """Return what `accounts/held.html` says: in how many minutes, and the address that letters are answered to."""
    return {
        # At least one: a share that came free while this was written is no reason to say nothing.
        "minutes": max(1, -(-(until - now) // timedelta(minutes=1))),
        "write_to": parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
    }
