"""A request for assistance: was it heard, was it answered, and who owes the next thing by when?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.contact import Contact
from comity.core.party import Party
from comity.core.request import Request
from comity.core.when import Deadline
from comity.desk.look import Look
from comity.desk.seen import Deed, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One thing that is owed in turn: that it is heard, that it is answered."""

    what: str
    by: Deadline | None
    """The time by which it is owed; None where the viewer may not see it."""
    done: datetime | None
    is_late: bool
    """True where it came after its time, or has not come and its time has passed."""


@dataclass(frozen=True, kw_only=True)
class RequestPage:
    """One request, what became of it, and what is still owed."""

    request: Seen[Request]
    parties: Mapping[str, Seen[Party]]
    contacts: Mapping[str, Seen[Contact]]
    stages: Sequence[Stage]
    owed: Stage | None
    """What is owed next; None once it is answered."""
    since: datetime
    """The moment from which the ring of what is owed runs."""
    is_theirs: bool
    """True where the viewer acts for the party that is asked."""
    deeds: Sequence[Deed]
    offers: Sequence[Offer]
    now: datetime
    scope: str


def request(look: Look, *, id: str) -> RequestPage | None:  # noqa: A002 — the page's own word
    """Read one request."""
    found = look.find(Request, id)
    if found is None:
        return None
    stages = stages_of(found, now=look.now)
    is_theirs = str(found.value("of_party", "")) in look.viewer.parties
    return RequestPage(
        request=found,
        parties=look.many(Party, named_in(found, "party", "of_party")),
        contacts=look.many(Contact, named_in(found, "contact", "escalates_to")),
        stages=stages,
        owed=next((each for each in stages if each.done is None), None),
        since=found.value("acknowledged") or found.value("asked") or found.at,
        is_theirs=is_theirs,
        deeds=look.minutes(thing=found.thing, limit=20),
        offers=look.offers(_asked(found)) if is_theirs else (),
        now=look.now,
        scope=found.scope,
    )


def stages_of(found: Seen[Request], *, now: datetime) -> Sequence[Stage]:
    """Return what is owed in turn, and what of it was done when."""
    return [
        _stage(found, "acknowledge", by="acknowledge_by", done="acknowledged", now=now),
        _stage(found, "answer", by="answer_by", done="answered", now=now),
    ]


def _stage(found: Seen[Request], what: str, *, by: str, done: str, now: datetime) -> Stage:
    deadline, at = found.value(by), found.value(done)
    is_late = deadline is not None and (at or now) >= deadline.instant
    return Stage(what=what, by=deadline, done=at, is_late=is_late)


def named_in(found: Seen[Any], *fields: str) -> list[str]:
    """Return the ids that stand in some fields, as far as the viewer may see them."""
    return sorted({str(found.value(name)) for name in fields if found.value(name)})


def _asked(found: Seen[Request]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name what the party that was asked may do now: first say that it heard, then answer."""
    if found.value("answered"):
        return ()
    heard = () if found.value("acknowledged") else ("operate.acknowledge-request/1",)
    return [(kind, {"request": found.id}) for kind in (*heard, "operate.answer-request/1")]
