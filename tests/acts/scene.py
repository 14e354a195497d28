"""A small programme in the middle of its work: what each lawful case finds, and each wrong one is set against.

Harbour is the secretariat; Arvenia, Meridonia and Brightwater sit in the conference, Lantern observes.
The fishery drill is an exercise beside it, with a party, a body and a text of its own.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from comity.core.absence import Absence, Why
from comity.core.attendance import Action
from comity.core.ballot import (
    Ballot,
    BallotStatus,
    Choice,
    Majority,
    Method,
    Result,
    Vote,
)
from comity.core.check_round import CheckRound, RoundCheck
from comity.core.consensus import Round
from comity.core.consultation import Comment, Consultation, Disposition, Treatment
from comity.core.contact import Channel, Check, Contact, Level
from comity.core.edition import Edition, EditionForm
from comity.core.entity import Entity
from comity.core.entry import Digest, Entry, Part
from comity.core.handover import Handover
from comity.core.interest import Interest
from comity.core.invitation import Answer, Coming, Invitation, Uptake
from comity.core.knowledge import SourcedClaim
from comity.core.mark import Mark
from comity.core.measure import Measure
from comity.core.meeting import Meeting, MeetingForm, Outcome
from comity.core.norm import Call, Norm, Recommendation, Report
from comity.core.outreach import Target
from comity.core.party import (
    Attribution,
    Body,
    BodyForm,
    KeyHolder,
    Mandate,
    Party,
    PartyForm,
    Person,
    Seat,
    SigningKey,
    Standing,
)
from comity.core.post import Circular, Hold, Tray
from comity.core.programme import Exercise, LogAccess, Objective, Paper, Programme, WorkArea
from comity.core.progress import Grade
from comity.core.request import Request, Template, Urgency
from comity.core.review import ProgressDraft, ProgressSubmitted, Wish
from comity.core.rights import Power, Role
from comity.core.risk import Risk
from comity.core.shapes import Blob
from comity.core.support import Commitment, Confidence, Endorsement, Evidence, Extent
from comity.core.terms_of_reference import TermsOfReference
from comity.core.text import (
    Adoption,
    Agreement,
    Change,
    Paragraph,
    Proposal,
    Silence,
    SilenceStatus,
    Text,
    TextStatus,
)
from comity.core.when import Deadline, When
from comity.record import Verifier, read_public_key
from tests.acts.world import World

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BEFORE = When("2026-01-05")
PUBLIC_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
HOST_VKEY = Verifier("cables.example/log/host", read_public_key(PUBLIC_KEY)).vkey
HOST_KEY = SigningKey(
    id="host",
    kid="If4x36FUomFia_hUBG_SJx",
    public_key=PUBLIC_KEY,
    holder=KeyHolder.HOST,
    from_index=40,
)
OTHER_KEY = "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"
ROUND_ENDS = Deadline("2026-11-24T18:00:00-05:00[America/New_York]")
EXPIRES = Deadline("2026-11-27T18:00:00-05:00[America/New_York]")

HARBOUR = Party(id="harbour", name="Harbour", form=PartyForm.SECRETARIAT, standing=Standing.HOST)
ARVENIA = Party(id="arvenia", name="Arvenia", form=PartyForm.STATE, standing=Standing.PARTY)
MERIDONIA = replace(ARVENIA, id="meridonia", name="Meridonia")
BRIGHTWATER = replace(ARVENIA, id="brightwater", name="Brightwater", form=PartyForm.COMPANY)
LANTERN = replace(ARVENIA, id="lantern", name="Lantern", standing=Standing.OBSERVER)
ELSEWHERE = replace(ARVENIA, id="elsewhere", name="Elsewhere", standing=Standing.NAMED)

CONFERENCE = Body(
    id="conference",
    name="Conference on broken cables",
    form=BodyForm.CONFERENCE,
    attribution=Attribution.CHATHAM_HOUSE,
)
COMMISSION = Body(id="commission", name="Commission", form=BodyForm.COMMISSION)
TERMS = TermsOfReference(
    id="commission-terms",
    body="commission",
    purpose="Find out where cables break.",
    given_by="conference",
    on=BEFORE,
)


def mandate(ident: str, person: str, party: str, *powers: Power) -> Mandate:
    return Mandate(id=ident, person=person, party=party, powers=powers, start=BEFORE)


MANDATES = (
    mandate("m-ines", "ines", "harbour", Power.ADMINISTER, Power.RECORD, Power.SPEAK),
    mandate("m-tomas", "tomas", "harbour", Power.SPEAK),
    mandate("m-ann", "ann", "arvenia", Power.SPEAK, Power.ENDORSE),
    mandate("m-max", "max", "meridonia", Power.SPEAK, Power.ENDORSE, Power.NOMINATE),
)
CHAIR = Seat(
    id="s-chair", body="conference", role=Role.CHAIR, person="tomas", party="", start=BEFORE
)
SEATS = (
    CHAIR,
    Seat(id="s-arvenia", body="conference", role=Role.MEMBER, party="arvenia", start=BEFORE),
    Seat(
        id="s-brightwater", body="conference", role=Role.MEMBER, party="brightwater", start=BEFORE
    ),
    Seat(id="s-lantern", body="conference", role=Role.OBSERVER, party="lantern", start=BEFORE),
    Seat(id="s-meridonia", body="conference", role=Role.MEMBER, party="meridonia", start=BEFORE),
)

TEXT = Text(
    id="understanding",
    title="Understanding on broken cables",
    body="conference",
    paragraphs=("understanding-p7", "understanding-p8"),
)
PARAGRAPH = Paragraph(
    id="understanding-p7",
    text="understanding",
    number="7",
    place=0,
    words="Each party keeps one contact who answers within [two hours].",
)
OTHER_PARAGRAPH = replace(PARAGRAPH, id="understanding-p8", number="8", place=1)
OLD_TEXT = replace(
    TEXT, id="accord", title="Accord", paragraphs=("accord-p1",), status=TextStatus.ADOPTED
)
OLD_PARAGRAPH = replace(PARAGRAPH, id="accord-p1", text="accord", number="1")
OLD_ADOPTION = Adoption(
    id="accord-adopted",
    text="accord",
    body="conference",
    level=Agreement.CONSENSUS,
    reason="Nobody objected in the room.",
    adopted_on=When("2026-06-01"),
)
PROPOSAL = Proposal(
    id="one-day",
    text="understanding",
    paragraph="understanding-p7",
    change=Change.REPLACE,
    words="Each party keeps one contact who answers within one day.",
    party="meridonia",
)
QUIET_TEXT = replace(
    TEXT, id="annex", title="Annex", paragraphs=("annex-p1",), status=TextStatus.UNDER_SILENCE
)
QUIET_PARAGRAPH = replace(PARAGRAPH, id="annex-p1", text="annex", number="1")
SILENCE = Silence(
    id="annex-silence",
    text="annex",
    body="conference",
    deadline=EXPIRES,
    opened=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    parties=("arvenia", "brightwater", "meridonia"),
)
ASKED_TEXT = replace(TEXT, id="guide", title="Guide", paragraphs=("guide-p1",))
ASKED_PARAGRAPH = replace(PARAGRAPH, id="guide-p1", text="guide", number="1")
CONSULTATION = Consultation(
    id="harbour-asks",
    title="Comments on paragraph 7",
    body="conference",
    asks="Can the hour be kept?",
    closes=When("2026-11-22"),
    text="understanding",
)
COMMENT = Comment(
    id="name-the-office",
    consultation="harbour-asks",
    party="meridonia",
    words="Say which office answers.",
)
DISPOSITION = Disposition(
    id="name-the-office",
    consultation="harbour-asks",
    disposition=Treatment.LATER,
    reason="When the list is there.",
)
ROUND = Round(
    id="guide-round",
    text="guide",
    body="conference",
    deadline=ROUND_ENDS,
    opened=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    parties=("arvenia", "brightwater", "meridonia"),
)
BALLOT = Ballot(
    id="guide-ballot",
    text="guide",
    on="text/guide",
    body="conference",
    motion="That the guide be adopted.",
    act=12,
    method=Method.ROLL_CALL,
    majority=Majority.SIMPLE,
    quorum=2,
    deadline=ROUND_ENDS,
    opened=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    parties=("arvenia", "brightwater", "meridonia"),
)
EARLIER_BALLOT = replace(
    BALLOT,
    id="earlier-ballot",
    status=BallotStatus.CLOSED,
    closed=NOW,
    yes=2,
    abstained=1,
    result=Result.CARRIED,
)
EARLIER_VOTE = Vote(
    id="ballot.earlier-ballot.arvenia",
    ballot="earlier-ballot",
    party="arvenia",
    choice=Choice.YES,
)
HELD = replace(SILENCE, status=SilenceStatus.HELD, closed=EXPIRES.instant)

REST = Absence(
    id="lantern-rests",
    party="lantern",
    because=Why.SUSPENDED,
    start=datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
    why="It has not paid.",
)
CLAIM = SourcedClaim(
    id="ten-days",
    about="work-area/cables",
    says="A fault lasted ten days on average.",
    stands_in="Faults by season, table 2",
    as_of=When("2024"),
)
INTEREST = Interest(
    id="meridonia-ships",
    about="text/understanding",
    party="meridonia",
    words="It owns two repair ships.",
    on=When("2026-11-20"),
)

MEETING = Meeting(
    id="third-session",
    name="Third session",
    form=MeetingForm.SESSION,
    start=When("2026-11-16"),
    body="conference",
    attribution=Attribution.CHATHAM_HOUSE,
)
NEXT_MEETING = Meeting(
    id="next-session",
    name="Next session",
    form=MeetingForm.SESSION,
    start=When("2026-12-07T09:00:00Z"),
    place="Harbour",
    zone="Atlantic/Reykjavik",
    body="conference",
    attribution=Attribution.CHATHAM_HOUSE,
)
OUTCOME = Outcome(id="one-list", meeting="third-session", words="There is to be one list.")
ACTION = Action(
    id="meridonia-names-a-port",
    meeting="third-session",
    party="meridonia",
    does="Name a port.",
    by_when=When("2026-12-01"),
)
PAPERS = tuple(
    Paper(
        id=f"cc-{number}",
        title=f"Paper {number}",
        about="meeting/next-session",
        file=Blob("g" * 43, 12, "text/plain"),
        symbol=f"CC/{number}",
    )
    for number in (7, 8)
)
WORKSHOP = replace(
    NEXT_MEETING,
    id="workshop",
    name="Workshop",
    form=MeetingForm.WORKSHOP,
    attribution=Attribution.ON_THE_RECORD,
)
ANSWER_BY = Deadline("2026-12-01T12:00:00+00:00[Atlantic/Reykjavik]")
INVITATION = Invitation(
    id="workshop-arvenia", meeting="workshop", party="arvenia", places=3, answer_by=ANSWER_BY
)
OPEN_INVITATION = Invitation(id="workshop-open", meeting="workshop", places=3, answer_by=ANSWER_BY)
COMING = Coming(
    id="invitation.workshop-open.meridonia",
    invitation="workshop-open",
    meeting="workshop",
    party="meridonia",
    answer=Answer.COMES,
    people=1,
    delegates=("Max of Meridonia",),
)
UPTAKE = Uptake(id="workshop-open", invitation="workshop-open", taken=1)
NORM = Norm(
    id="norm-1", instrument="norms-2019", instrument_title="Eight norms", number="1", title="Core"
)
OTHER_NORM = replace(NORM, id="norm-2", number="2", title="Elections")
CALL = Call(id="call-core", title="Call to protect the core", issued=When("2017-11"))
REPORT = Report(id="final-report", title="Final report", published=When("2019-11"))
EDITION = Edition(
    id="final-report-1",
    report="final-report",
    form=EditionForm.FIRST,
    published=When("2019-11"),
)
RECOMMENDATION = Recommendation(
    id="rec-1", who="States", should="Adopt the norms.", number=1, report="final-report"
)
ENDORSEMENT = Endorsement(
    id="arvenia-backs", of="adoption/accord-adopted", party="arvenia", extent=Extent.WHOLE
)
COMMITMENT = Commitment(
    id="duty-desk", on="adoption/accord-adopted", party="arvenia", does="Open a duty desk."
)
CONTACT = Contact(
    id="meridonia-desk",
    party="meridonia",
    level=Level.TECHNICAL,
    office="Cable desk",
    telephone="+000 1",
)
CHECK = Check(
    id="check-0312",
    contact="meridonia-desk",
    party="meridonia",
    channel=Channel.TELEPHONE,
    asked=datetime(2026, 11, 23, 3, 12, tzinfo=UTC),
    answer_by=Deadline("2026-11-23T05:12:00+00:00[Atlantic/Reykjavik]"),
)
OTHER_CONTACT = replace(CONTACT, id="meridonia-envoy", level=Level.DIPLOMATIC, office="The envoy")
TARGET = Target(
    id="ports",
    name="Ministry of Ports",
    carries="adoption/accord-adopted",
    party="arvenia",
)
EVIDENCE = Evidence(
    id="told-of-arvenia",
    of="commitment/duty-desk",
    party="harbour",
    words="Nobody answered at noon.",
    confidence=Confidence.STATED,
)
DRAFT = ProgressDraft(
    id="desk-2026-draft",
    commitment="duty-desk",
    party="arvenia",
    cycle="2026",
    grade=Grade.PARTLY,
    words="The desk is staffed by day.",
    gaps="Two people for the night.",
    drafted_by="eve",
)
CLEARED = replace(DRAFT, id="desk-2026-cleared", cleared=NOW, cleared_by="ann")
SUBMITTED = ProgressSubmitted(
    id="desk-2025",
    commitment="duty-desk",
    party="arvenia",
    draft="desk-2025-draft",
    cycle="2025",
    grade=Grade.PLANNED,
    words="A room is found.",
    wish=Wish.MAY_BE_PUBLISHED,
    on=When("2026-11-20"),
)
RISK = Risk(
    id="at-the-quay",
    about="target/ports",
    told=("ines", "max"),
    flagged_by="ann",
    words="Somebody asks at the quay who called.",
    on=BEFORE,
)
HELD_TARGET = replace(
    TARGET,
    id="fisheries",
    name="Ministry of Fisheries",
    claimed_by="arvenia",
    claimed=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
    claimed_until=When("2026-11-30"),
)
MEASURE = Measure(
    id="repair-days",
    of="commitment/duty-desk",
    name="Days to a repair",
    unit="days",
    source="The forum's log",
    party="harbour",
    baseline=19,
    baseline_on=When("2025"),
)
CHECK_ROUND = CheckRound(
    id="winter",
    title="Winter",
    levels=(Level.TECHNICAL, Level.DIPLOMATIC),
    channels=(Channel.TELEPHONE, Channel.MAIL),
    answer_by=Deadline("2026-11-25T12:00:00+00:00[Atlantic/Reykjavik]"),
    opened=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
    opened_by="harbour",
)
ROUND_CHECK = RoundCheck(
    id="winter-1",
    round="winter",
    contact="meridonia-desk",
    party="meridonia",
    level=Level.TECHNICAL,
    channel=Channel.TELEPHONE,
    asked=datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
    asked_by="harbour",
    answer_by=CHECK_ROUND.answer_by,
)
REQUEST = Request(
    id="farrow-sound",
    party="arvenia",
    of_party="meridonia",
    contact="meridonia-desk",
    title="A fault in Farrow Sound",
    template=Template.ACCESS,
    urgency=Urgency.URGENT,
    mark=Mark.AMBER,
    happened="No light since 09:40.",
    asks="May the ship come?",
    asked=datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
    acknowledge_by=Deadline("2026-11-23T12:30:00+00:00[Atlantic/Reykjavik]"),
    answer_by=Deadline("2026-11-23T16:00:00+00:00[Atlantic/Reykjavik]"),
    escalates_to="meridonia-envoy",
)
CIRCULAR = Circular(
    id="dates",
    title="Dates of the fourth session",
    words="Please say which week suits.",
    sender="harbour",
    parties=("arvenia", "brightwater", "lantern", "meridonia"),
    body="conference",
    answer_by=EXPIRES,
)
SIGNING_KEY = SigningKey(
    id="key-ann", kid="OfcT0KZEJT8EUpQhufUbmw", public_key=OTHER_KEY, person="ann", from_index=3
)
ENTRY = Entry(
    id="7",
    kind="reframe.propose-words/1",
    by="max",
    on_behalf_of="meridonia",
    body="conference",
    parts={
        "kind": Part("body", "k" * 43, is_erasable=False, is_erased=False),
        "by": Part("own", "b" * 43, is_erasable=False, is_erased=False),
        "on_behalf_of": Part("body", "o" * 43, is_erasable=False, is_erased=False),
        "words": Part("body", "w" * 43, is_erasable=True, is_erased=False),
        "reason": Part("chair", "r" * 43, is_erasable=True, is_erased=False),
        "speakers": Part("chair", "s" * 43, is_erasable=False, is_erased=False),
    },
)
SENDING = Entry(
    id="9",
    kind="reframe.open-silence/1",
    by="tomas",
    on_behalf_of="harbour",
    body="conference",
    parts={"kind": Part("body", "q" * 43, is_erasable=False, is_erased=False)},
    at=NOW - timedelta(seconds=40),
    letters=3,
)
HELD_BEFORE = replace(SENDING, id="6")
HOLD = Hold(id="6", state=Tray.HELD, why="The wrong text.")
BALLOT_ENTRY = replace(
    ENTRY,
    id="12",
    kind="reframe.open-ballot/1",
    by="tomas",
    on_behalf_of="harbour",
    parts={
        **ENTRY.parts,
        "motion": Part("body", "m" * 43, is_erasable=True, is_erased=False),
    },
)
DIGEST = Digest(id="w" * 43, act=7, part="words", is_erasable=True, is_erased=False)

DRILL: tuple[Entity, ...] = (
    Exercise(id="drill", title="Fishery drill"),
    replace(HARBOUR, id="drill-desk", name="Drill desk", exercise="drill"),
    replace(ARVENIA, id="herring", name="Herring Isles", exercise="drill"),
    replace(COMMISSION, id="drill-body", name="Drill council", exercise="drill"),
    replace(TEXT, id="drill-text", title="Drill text", body="drill-body", paragraphs=("drill-p1",)),
    replace(PARAGRAPH, id="drill-p1", text="drill-text", number="1"),
    replace(NORM, id="drill-norm", instrument="drill-norms", exercise="drill"),
)
PEOPLE = tuple(
    Person(id=each, name=each.title()) for each in ("ines", "tomas", "ann", "max", "eve")
)


PROGRAMME = Programme(
    id="programme",
    name="Broken cables",
    objective="Fewer broken cables.",
    origin="cables.example/log",
    log=LogAccess.PUBLIC,
    simulated=False,
    host="harbour",
    log_vkey=HOST_VKEY,
    host_vkey=HOST_VKEY,
)
HANDOVER = Handover(
    id="to-arvenia",
    from_party="harbour",
    to_party="arvenia",
    officer="ann",
    until=When("2026-12-31"),
)


def scene(kind: str = "") -> World:
    """Return the programme as it stands, free to be changed; nothing stands before a programme begins."""
    if kind == "programme.establish-programme":
        return World()
    return World(
        (
            *(
                HARBOUR,
                ARVENIA,
                MERIDONIA,
                BRIGHTWATER,
                LANTERN,
                ELSEWHERE,
                CONFERENCE,
                COMMISSION,
                TERMS,
            ),
            *(*PEOPLE, *MANDATES, *SEATS, SIGNING_KEY, *DRILL),
            Objective(id="calm", title="Less conflict", words="Less conflict.", place=1),
            WorkArea(id="cables", title="Undersea cables"),
            *(TEXT, PARAGRAPH, OTHER_PARAGRAPH, PROPOSAL, QUIET_TEXT, QUIET_PARAGRAPH, SILENCE),
            *(ASKED_TEXT, ASKED_PARAGRAPH, ROUND, CONSULTATION, COMMENT, DISPOSITION),
            *(BALLOT, BALLOT_ENTRY, EARLIER_BALLOT, EARLIER_VOTE),
            *(
                OLD_TEXT,
                OLD_PARAGRAPH,
                OLD_ADOPTION,
                MEETING,
                NORM,
                OTHER_NORM,
                CALL,
                REPORT,
                EDITION,
            ),
            *(NEXT_MEETING,),
            *(RECOMMENDATION, ENDORSEMENT, COMMITMENT, CONTACT, OTHER_CONTACT, CHECK, REQUEST),
            *(
                EVIDENCE,
                TARGET,
                HELD_TARGET,
                RISK,
                MEASURE,
                CHECK_ROUND,
                ROUND_CHECK,
            ),
            *(REST, INTEREST, CLAIM),
            *(DRAFT, CLEARED, SUBMITTED),
            *(NEXT_MEETING, WORKSHOP, INVITATION, OPEN_INVITATION, COMING, UPTAKE),
            *(OUTCOME, ACTION, *PAPERS),
            *(ENTRY, DIGEST),
            *(PROGRAMME, HANDOVER),
            *(CIRCULAR, SENDING, HELD_BEFORE, HOLD),
        )
    )
