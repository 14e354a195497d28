"""When a silence or a round ends, for readings that sort by it."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from comity.core.text import SilenceStatus
from comity.core.when import Deadline
from comity.desk.look import Look
from comity.desk.seen import Seen

NEVER = datetime.max.replace(tzinfo=UTC)


def ends(silence: Seen[Any]) -> datetime:
    """Return the instant of its deadline; the end of time where the viewer may not know it."""
    deadline = silence.value("deadline")
    return deadline.instant if isinstance(deadline, Deadline) else NEVER


def is_over(silence: Seen[Any], *, now: datetime) -> bool:
    """Tell whether its deadline has passed and the desk has yet to close it."""
    return silence.value("status") == SilenceStatus.RUNNING and ends(silence) <= now


def is_elsewhere(silence: Seen[Any], *, look: Look) -> bool:
    """Tell whether the viewer's wall clock shows another time than the one announced."""
    deadline = silence.value("deadline")
    if deadline is None or look.viewer.is_public:
        return False
    return bool(
        deadline.instant.astimezone(ZoneInfo(look.viewer.zone)).replace(tzinfo=None)
        != deadline.civil
    )
