"""Before a request for comments is closed: what was stated by a form in time and is not in the record yet.

These comments stand beside the record, where no rule of a kind can look; so the desk's own door asks here first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import now

from comity.accounts.by_link import WAITS
from comity.accounts.models import Remark
from comity.core.consultation import Consultation
from comity.core.refusal import Refusal
from comity.core.rights import Power
from comity.desk.desk import Desk, Submission
from comity.desk.envelope import Asked
from comity.desk.outcome import Refused, Stands
from comity.desk.seen import Seen

CLOSING = "reframe.close-consultation/"


@dataclass(frozen=True)
class Outside:
    """What of a request's comments is not in the record yet."""

    unread: int
    """Confirmed, and not answered by the secretariat."""
    unconfirmed: int
    """Stated in time; the link in the letter is still good."""
    until: datetime | None
    """When the last of these links ends."""


def outside(consultation: Seen[Consultation]) -> Outside:
    """Count what was stated by a form and waits: for the secretariat, or for whoever stated it."""
    found = Remark.objects.filter(of=consultation.id)
    closes = consultation.value("closes")
    asked = found.filter(stage="first", until__gt=now())
    # What is stated after the last day holds nobody up: else one comment a week would keep a request open for ever.
    asked = asked.filter(at__lt=closes.end) if closes is not None else asked.none()
    ends = sorted(asked.values_list("until", flat=True))
    return Outside(found.filter(stage__in=WAITS).count(), len(ends), ends[-1] if ends else None)


def refused(desk: Desk, envelope: Mapping[str, Any], *, asked: Asked) -> Refused | None:
    """Return why a request is not closed yet, with whatever rules are against it as well; None for any other act.

    Only whoever may close it learns that something waits.
    """
    if not asked.kind.KIND.startswith(CLOSING):
        return None
    viewer = desk.viewer(asked.person)
    key = str(asked.own.get("consultation", ""))
    consultation = desk.read(viewer, lambda look: look.find(Consultation, key))
    if consultation is None or not (
        viewer.may(Power.ADMINISTER) or str(consultation.value("body", "")) in viewer.chairs
    ):
        return None
    found = list(_reasons(outside(consultation)))
    if not found:
        return None
    (tried,) = desk.try_many([Submission(envelope=envelope, person=asked.person)])
    if isinstance(tried, Stands) and tried.is_repeated:
        return None
    return Refused((*(tried.refusals if isinstance(tried, Refused) else ()), *found))


def _reasons(left: Outside) -> Sequence[Refusal]:
    found: list[Refusal] = []
    if left.unread:
        facts: dict[str, str | int] = {"count": left.unread}
        code = Refusal("comments-unread", rule="52.4", field="consultation", facts=facts)
        found.append(code)
    if left.until is not None:
        facts = {"count": left.unconfirmed, "until": f"{left.until:%Y-%m-%d}"}
        code = Refusal("comments-unconfirmed", rule="52.5", field="consultation", facts=facts)
        found.append(code)
    return found
