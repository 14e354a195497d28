"""Who owes what: the rows behind *what waits for you*.

Rows belong to a thing and are replaced whenever it changes. A row of weight -1 settles one of weight 1 with the same
`what` and `about`: an adoption settles what the chair owed when its silence had held, an answer what its party owed in
a round. Evidence, whoever gives it, settles a commitment.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from comity.core.attendance import Action
from comity.core.ballot import Ballot, BallotStatus, Vote
from comity.core.check_round import RoundCheck
from comity.core.consensus import Answer, Round, RoundStatus
from comity.core.consultation import Comment, Disposition
from comity.core.contact import Check, Contact, Unreached
from comity.core.entity import Entity
from comity.core.handover import Handover, HandoverStatus
from comity.core.interest import Recusal
from comity.core.invitation import Coming, Invitation
from comity.core.outreach import Target
from comity.core.party import Mandate
from comity.core.post import Circular, Reply
from comity.core.request import Request
from comity.core.review import ProgressDraft, ProgressSubmitted, Reviewed
from comity.core.support import Commitment, Evidence
from comity.core.terms_of_reference import TermsOfReference
from comity.core.text import Adoption, Paragraph, Position, Silence, SilenceStatus, Text, TextStatus
from comity.core.when import Deadline, When, write_instant

CHAIR = "chair"
VOICE = "voice"
SECRETARIAT = "secretariat"
MANY = 1_000_000
"""More than can be owed of one thing."""


class Owed(NamedTuple):
    """Something waits: for a party, or for whoever holds a role (in a body)."""

    what: str
    about: str
    body: str = ""
    party: str = ""
    role: str = ""
    due: str = ""
    """The instant, as text that sorts; empty where there is none."""
    shown: str = ""
    """The deadline as it was announced."""
    weight: int = 1
    field: str = ""
    """The field of the thing that says so: who may not see it is not asked, and learns nothing from the asking."""


EVEN_RECORDED = frozenset({"evidenced", "reply"})
"""What holds of a thing that was only recorded: it asks nothing of anybody, but evidence is evidence, and an answer an
answer."""


def owed(entity: Entity) -> Iterator[Owed]:
    """Yield what a thing, as it stands, asks of whom."""
    yield from _deciding(entity)
    yield from _of_meetings(entity)
    match entity:
        case Comment() | Disposition():
            yield _comment(entity)
        case Text(status=TextStatus.NEGOTIATED, revised_by=""):
            yield Owed("positions", entity.thing, entity.body, role=VOICE, field="body")
        case Paragraph(status="open"):
            yield Owed("paragraph", f"text/{entity.text}", field="text")
        case Position() | Recusal():
            yield _settled(entity)
        case Circular() | Reply():
            yield from _to_answer(entity)
        case Check() | RoundCheck() | Request() | Unreached() | Contact():
            yield from _contacts(entity)
        case Commitment() | Target() | Mandate() | TermsOfReference() | Handover():
            yield from _by_a_day(entity)
        case ProgressDraft(submitted="", replaced_by="") | ProgressSubmitted(status=Reviewed.WAITS):
            yield _on_its_way(entity)
        case Evidence():
            yield Owed("evidenced", entity.of, field="of")


def _settled(entity: Position | Recusal) -> Owed:
    """Settle what a party is asked on a paragraph: it took a position, or stands aside there or on the whole text."""
    if isinstance(entity, Position):
        return Owed("position", entity.on, party=entity.party, field="on")
    return Owed("aside", entity.about, party=entity.party, field="about")


def _on_its_way(entity: ProgressDraft | ProgressSubmitted) -> Owed:
    """Ask for the next step of a report: a second person clears it, the party submits it, the secretariat answers."""
    if isinstance(entity, ProgressSubmitted):
        return Owed("review-progress", entity.thing, role=SECRETARIAT, field="status")
    what = "submit-progress" if entity.is_cleared else "clear-progress"
    return Owed(what, entity.thing, party=entity.party, field="clearance")


def _by_a_day(
    entity: Commitment | Target | Mandate | TermsOfReference | Handover,
) -> Iterator[Owed]:
    """Ask for what falls due at the end of a day, however exactly that is known."""
    match entity:
        case Commitment(by_when=When() as by):
            yield Owed("evidence", entity.thing, party=entity.party, due=_end(by), field="by_when")
        case Target(claimed_until=When() as until):
            yield Owed(
                "visit",
                entity.thing,
                party=entity.claimed_by,
                due=_end(until),
                field="claimed_by",
            )
        case Mandate(ended=None, end=When() as end):
            yield Owed("mandate", entity.thing, role=SECRETARIAT, due=_end(end), field="end")
        case Handover(status=HandoverStatus.OFFERED, until=until):
            yield Owed(
                "handover", entity.thing, party=entity.to_party, due=_end(until), field="to_party"
            )
        case TermsOfReference(superseded_by="", until=When() as until):
            ending = Owed("terms", entity.thing, entity.body, due=_end(until), field="body")
            yield ending._replace(role=CHAIR)
            yield ending._replace(what="terms-of-a-group", role=SECRETARIAT)


def _end(day: When) -> str:
    return sortable(write_instant(day.end))


def _deciding(entity: Entity) -> Iterator[Owed]:
    """Yield what is asked on the way to a decision, and what settles it."""
    match entity:
        case Silence():
            yield from _silence(entity)
        case Round():
            yield from _round(entity)
        case Answer():
            yield Owed(
                "round", f"round/{entity.round}", party=entity.party, weight=-1, field="round"
            )
        case Ballot(status=BallotStatus.RUNNING):
            for party in dict.fromkeys(entity.parties):
                yield Owed(
                    "vote", entity.thing, entity.body, party=party, field="parties"
                )._replace(**_until(entity.deadline))
        case Vote():
            yield Owed(
                "vote", f"ballot/{entity.ballot}", party=entity.party, weight=-1, field="ballot"
            )
        case Adoption(silence=str(silence)) if silence:
            yield Owed(
                "declare", f"silence/{silence}", entity.body, role=CHAIR, weight=-1, field="silence"
            )


def _of_meetings(entity: Entity) -> Iterator[Owed]:
    match entity:
        case Invitation(lapsed=False) if entity.party:
            yield Owed("invitation", entity.thing, party=entity.party, field="party")._replace(
                **_until(entity.answer_by)
            )
        case Action(done=None):
            end = sortable(write_instant(entity.by_when.end))
            yield Owed("action", entity.thing, party=entity.party, due=end, field="party")
        case Coming():
            about = f"invitation/{entity.invitation}"
            yield Owed("invitation", about, party=entity.party, weight=-1, field="invitation")


def _silence(silence: Silence) -> Iterator[Owed]:
    match silence.status:
        case SilenceStatus.RUNNING:
            for party in dict.fromkeys(silence.parties):
                yield Owed(
                    "silence", silence.thing, silence.body, party=party, field="parties"
                )._replace(**_until(silence.deadline))
        case SilenceStatus.HELD:
            yield Owed("declare", silence.thing, silence.body, role=CHAIR, field="status")
        case SilenceStatus.EXTENSION_ASKED:
            yield Owed("extend", silence.thing, silence.body, role=CHAIR, field="status")


def _contacts(entity: Entity) -> Iterator[Owed]:
    """Ask whoever keeps the party's contacts; of a request that nobody heard in time, everybody who speaks for it."""
    match entity:
        case Check(answered=None):
            owing = Owed("answer", entity.thing, party=entity.party, field="party")
            yield owing._replace(**_until(entity.answer_by))
        case RoundCheck(answered=None):
            owing = Owed("round-check", entity.thing, party=entity.party, field="party")
            yield owing._replace(**_until(entity.answer_by))
        case Request(answered=None):
            yield _request(entity)
        case Unreached(is_settled=False):
            about = f"contact/{entity.contact}"
            yield Owed("confirm", about, party=entity.party, field="contact")
        case Contact() if entity.replaced_by:
            # However many could not reach it: who was replaced need not be confirmed.
            yield Owed(
                "confirm", entity.thing, party=entity.party, weight=-MANY, field="replaced_by"
            )


def _request(request: Request) -> Owed:
    is_heard = request.acknowledged is not None
    what = (
        "answer-request"
        if is_heard
        else "acknowledge"
        if request.escalated is None
        else "escalated"
    )
    owing = Owed(what, request.thing, party=request.of_party, field="of_party")
    return owing._replace(**_until(request.answer_by if is_heard else request.acknowledge_by))


def _round(asked: Round) -> Iterator[Owed]:
    if asked.status is RoundStatus.RUNNING:
        for party in dict.fromkeys(asked.parties):
            yield Owed("round", asked.thing, asked.body, party=party, field="parties")._replace(
                **_until(asked.deadline)
            )
    elif not asked.followed_by:
        yield Owed("decide", asked.thing, asked.body, role=CHAIR, field="status")


def _to_answer(entity: Circular | Reply) -> Iterator[Owed]:
    """Yield who is asked to answer a circular by an hour; an answer settles what its party owed."""
    match entity:
        case Circular(answer_by=Deadline() as answer_by):
            for party in entity.parties:
                if party != entity.sender:
                    yield Owed("reply", entity.thing, party=party, field="parties")._replace(
                        **_until(answer_by)
                    )
        case Reply():
            about = f"circular/{entity.circular}"
            yield Owed("reply", about, party=entity.party, weight=-1, field="circular")


def _comment(entity: Comment | Disposition) -> Owed:
    """Each comment waits for an answer, and each answer settles one."""
    weight = 1 if isinstance(entity, Comment) else -1
    about = f"consultation/{entity.consultation}"
    return Owed("dispose", about, role=SECRETARIAT, weight=weight, field="consultation")


def _until(deadline: Deadline) -> dict[str, Any]:
    return {"due": sortable(write_instant(deadline.instant)), "shown": deadline.text}


def sortable(instant: str) -> str:
    """Write an instant with all six places, so that texts compare as times do."""
    head, _, fraction = instant.rstrip("Z").partition(".")
    return f"{head}.{fraction:0<6}Z"
