"""What a person chose for themselves: their own clock, and how letters reach them. It is in no record."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from comity.accounts.models import Account
from comity.core.errors import Malformed
from comity.core.when import is_zone

MORNING = time(7, 0)
"""When the daily letter is due, on its reader's own clock."""


class Notices(StrEnum):
    """How letters that ask nothing by a time reach a person."""

    AT_ONCE = "at-once"
    DAILY = "daily"


def choose(
    person: str, *, notices: str, zone: str, now: datetime, otherwise: str, newest: int
) -> None:
    """Keep a person's choices; raise Malformed for what is none.

    `otherwise` is the zone of their party, and `newest` the act after which a daily letter tells what is new.
    """
    if zone and not is_zone(zone):
        raise Malformed("zone", expected="a zone such as Europe/Brussels", found=repr(zone[:60]))
    if notices not in set(Notices):
        raise Malformed("notices", expected=" or ".join(Notices), found=repr(notices[:20]))
    account = Account.objects.of(person)
    account.zone, account.notices = zone, notices
    is_daily = notices == Notices.DAILY
    if is_daily and account.digest_at is None:
        account.digest_index = newest
    account.digest_at = next_morning(now, zone=zone or otherwise) if is_daily else None
    account.save(update_fields=["zone", "notices", "digest_at", "digest_index"])


def next_morning(now: datetime, *, zone: str) -> datetime:
    """Return the next seven o’clock over there."""
    there = now.astimezone(ZoneInfo(zone or "UTC"))
    day = there.date() if there.time() < MORNING else there.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=there.tzinfo)
