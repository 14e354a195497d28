"""How often a stranger may try: a count in a window of time, kept in a small table.

Who tried is kept as a keyed hash only, and for no longer than the window. How often a stranger looks is in `reading.py`
and is written down nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError
from django.db.models import F
from django.utils.crypto import salted_hmac

from comity.accounts.models import Tally


@dataclass(frozen=True)
class Limit:
    """At most `times` in a `window` that begins with the first try."""

    name: str
    times: int
    window: timedelta


SIGN_IN_FROM_ONE_PLACE = Limit("sign-in-from", 20, timedelta(hours=1))
SIGN_IN_TO_ONE_ADDRESS = Limit("sign-in-to", 5, timedelta(hours=1))
STATE_FROM_ONE_PLACE = Limit("state-from", 10, timedelta(hours=1))
STATE_TO_ONE_ADDRESS = Limit("state-to", 3, timedelta(hours=1))
COMMENT_FROM_ONE_PLACE = Limit("comment-from", 10, timedelta(hours=1))
COMMENT_TO_ONE_ADDRESS = Limit("comment-to", 3, timedelta(hours=1))
COMMENT_FROM_ONE_NETWORK = Limit("comment-network", 40, timedelta(hours=1))
COMMENT_IN_A_CROWD = Limit("comment-network", 2, timedelta(hours=1))
"""The same tally: where so much comes that a crowd is meant to keep others out, each network is heard, but not long."""
CROWD_ON_ONE_REQUEST = Limit("comment-on", 300, timedelta(hours=1))
CROWD_IN_ALL = Limit("comment-in-all", 1_000, timedelta(hours=1))
COMMENT_IN_ALL = Limit("comment-in-all", 2_000, timedelta(hours=1))
"""From everywhere together: only so that the disk is not full, and no server taken for a sender of junk, by Monday."""
INVITE_BY_ONE_PARTY = Limit("invite-by", 60, timedelta(hours=1))
INVITE_TO_ONE_ADDRESS = Limit("invite-to", 3, timedelta(days=7))
LINK_FROM_ONE_PLACE = Limit("link-from", 60, timedelta(hours=1))
PASSKEY_FROM_ONE_PLACE = Limit("passkey-from", 60, timedelta(hours=1))
STRANGER_ACTS = Limit("stranger-acts", 60, timedelta(minutes=1))
STRANGER_TOKENS = Limit("stranger-tokens", 60, timedelta(minutes=1))


def is_within(limit: Limit, *, who: str, now: datetime) -> bool:
    """Count one try and tell whether it is still within the limit."""
    # Who is over the limit is only looked up: else a stranger could keep the one writer of the log busy.
    if reached_until(limit, who=who, now=now):
        return False
    return _count(_key(limit, who), now=now, until=now + limit.window) <= limit.times


def reached_until(limit: Limit, *, who: str, now: datetime) -> datetime | None:
    """Return when a limit that is reached ends; None where one more is within it. Nothing is counted."""
    found = Tally.objects.filter(key=_key(limit, who), until__gt=now, count__gte=limit.times)
    return found.values_list("until", flat=True).first()


def held_until(asked: Mapping[Limit, str], *, now: datetime) -> datetime | None:
    """Count one try under each of some limits; or return when one may try again, and count nothing."""
    ends = (reached_until(limit, who=who, now=now) for limit, who in asked.items())
    if reached := [each for each in ends if each is not None]:
        return max(reached)
    for limit, who in asked.items():
        _count(_key(limit, who), now=now, until=now + limit.window)
    return None


def _key(limit: Limit, who: str) -> str:
    salt = f"comity.limit.{limit.name}"
    return salted_hmac(salt, who, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def _count(key: str, *, now: datetime, until: datetime) -> int:
    """Add one to a tally; a tally whose window has passed begins anew."""
    if Tally.objects.filter(key=key, until__gt=now).update(count=F("count") + 1):
        return Tally.objects.values_list("count", flat=True).get(key=key)
    # Two first tries at once may count as one: the limit is a brake, not a lock.
    try:
        Tally.objects.update_or_create(key=key, defaults={"until": until, "count": 1})
    except IntegrityError:
        return 1
    return 1


def forget_old_tallies(now: datetime) -> int:
    """Delete the tallies whose window has passed."""
    return Tally.objects.filter(until__lte=now).delete()[0]
