"""What a stranger sees of a request for comments before they answer it by a form."""

from dataclasses import dataclass
from datetime import datetime

from comity.core.consultation import Consultation, ConsultationStatus
from comity.core.party import Body
from comity.desk.look import Look
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class Commenting:
    """A request that everybody may see and that is no practice."""

    consultation: Seen[Consultation]
    body: Seen[Body] | None
    is_open: bool
    """False once it is closed: then nothing is entered any more."""
    is_over: bool
    """True where its last day has passed: a comment is taken, and marked late."""
    now: datetime


def commenting(look: Look, *, id: str) -> Commenting | None:  # noqa: A002 — the page's own word
    """Return a request for comments as strangers may answer it; None for practice, and for what is only recorded."""
    found = look.find(Consultation, id)
    if found is None or found.scope or found.is_recorded:
        return None
    closes = found.value("closes")
    return Commenting(
        consultation=found,
        body=look.find(Body, str(found["body"])),
        is_open=found.value("status") == ConsultationStatus.OPEN,
        is_over=closes is not None and closes.end <= look.now,
        now=look.now,
    )
