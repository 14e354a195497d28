"""The words for what stands in a closed list: `can-live-with` is “can live with”."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from comity.core.audience import Audience
from comity.core.errors import Broken

WORDS = {
    # Stances
    "support": _("support"),
    "can-live-with": _("can live with"),
    "concern": _("concern"),
    "oppose": _("oppose"),
    "awaiting-instructions": _("awaiting instructions"),
    # Answers in a round
    "abstain": _("abstain"),
    "object": _("object"),
    # Where a text, paragraph, proposal or silence stands
    "negotiated": _("under negotiation"),
    "under-silence": _("under silence"),
    "silence-broken": _("silence broken"),
    "silence-held": _("no objection received"),
    "adopted": _("adopted"),
    "agreed": _("agreed"),
    "ad-referendum": _("agreed ad referendum"),
    "open": _("open"),
    "parked": _("parked"),
    "tabled": _("tabled"),
    "accepted": _("accepted"),
    "withdrawn": _("withdrawn"),
    "running": _("running"),
    "broken": _("broken"),
    "held": _("no objection received"),
    "extension-asked": _("extension asked"),
    "replace": _("other words for this paragraph"),
    "insert": _("a new paragraph after this one"),
    "delete": _("leave this paragraph out"),
    # As what an edition of a report is issued
    "draft-for-comment": _("draft for comment"),
    "first-edition": _("first edition"),
    "revised-edition": _("revised edition"),
    "translated-edition": _("translation"),
    "corrected-edition": _("corrected edition"),
    # Levels of agreement
    "consensus": _("consensus"),
    "no-objection-received": _("no objection received"),
    "general-agreement": _("general agreement"),
    "with-reservations": _("with reservations"),
    # What is attached to an adopted text
    "reservation": _("reservation"),
    "interpretative-statement": _("interpretative statement"),
    "explanation": _("explanation of position"),
    # Handing the programme over
    "offered": _("offered"),
    "taken": _("taken over"),
    # Ballots
    "recorded-vote": _("recorded vote"),
    "roll-call": _("roll call"),
    "simple-majority": _("a simple majority of those present and voting"),
    "two-thirds-voting": _("two thirds of those present and voting"),
    "majority-of-members": _("a majority of all who are entitled"),
    "two-thirds-of-members": _("two thirds of all who are entitled"),
    "yes": _("in favour"),
    "no": _("against"),
    "carried": _("carried"),
    "not-carried": _("not carried"),
    "no-quorum": _("no quorum"),
    "by-vote": _("by vote"),
    # What became of a comment
    "accept": _("accepted"),
    "in-part": _("accepted in part"),
    "decline": _("not accepted"),
    "out-of-scope": _("out of scope"),
    "later": _("kept for later"),
    # Parties
    "state": _("state"),
    "company": _("company"),
    "civil-society": _("civil society"),
    "academia": _("academia"),
    "intergovernmental": _("intergovernmental organization"),
    "public-authority": _("public authority"),
    "association": _("association"),
    "secretariat": _("secretariat"),
    "archive": _("archive"),
    "party": _("party"),
    "observer": _("observer"),
    "host": _("host"),
    "named": _("named in the record"),
    "suspended": _("suspended"),
    "withdrew": _("withdrew"),
    "succeeded": _("succeeded"),
    "in-force": _("in force"),
    "lifted": _("lifted"),
    "renamed": _("renamed"),
    "merged": _("merged"),
    "supporter": _("supporter"),
    "partner": _("partner"),
    # Powers
    "speak": _("speak"),
    "endorse": _("endorse"),
    "nominate": _("nominate"),
    "administer": _("administer"),
    "record": _("record"),
    # Bodies and seats
    "commission": _("commission"),
    "breakthrough-group": _("breakthrough group"),
    "conference": _("conference"),
    "working-group": _("working group"),
    "chair": _("chair"),
    "co-chair": _("co-chair"),
    "member": _("member"),
    "commissioner": _("commissioner"),
    "special-adviser": _("special adviser"),
    "director": _("director"),
    "fellow": _("fellow"),
    "volunteer": _("volunteer"),
    "on-the-record": _("on the record"),
    "chatham-house": _("Chatham House Rule"),
    "closed": _("closed"),
    # Meetings
    "summit": _("summit"),
    "bilateral": _("bilateral meeting"),
    "trilateral": _("trilateral meeting"),
    "dialogue": _("dialogue"),
    "workshop": _("workshop"),
    "roundtable": _("round table"),
    "hearing": _("hearing"),
    "commission-meeting": _("commission meeting"),
    "session": _("session"),
    "launch": _("launch"),
    # Invitations
    "comes": _("comes"),
    "tentative": _("may come"),
    "declines": _("does not come"),
    "visa-refused": _("a visa was refused"),
    "visa-late": _("a visa did not come in time"),
    "ill": _("illness"),
    "called-away": _("called away"),
    "other": _("another reason"),
    # What is carried further
    "whole": _("the whole"),
    "part": _("a part"),
    "with-reservation": _("with a reservation"),
    "stated": _("stated"),
    "documented": _("documented"),
    "verified": _("verified"),
    "opened": _("the door was opened"),
    "interested": _("interested"),
    "declined": _("declined"),
    "will-endorse": _("will endorse"),
    "not-applicable": _("not applicable"),
    "planned": _("planned"),
    "partly": _("partly done"),
    "done": _("done"),
    "second-person": _("a second person of the party"),
    "nobody-else": _("nobody else"),
    "may-be-published": _("it may be published"),
    "to-be-kept": _("it is to be kept"),
    "waits": _("waits for an answer"),
    "published": _("published"),
    "kept": _("kept"),
    # Points of contact
    "diplomatic": _("diplomatic"),
    "policy": _("policy"),
    "technical": _("technical"),
    "telephone": _("telephone"),
    "mail": _("mail"),
    "message": _("message"),
    "nominated": _("nominated"),
    "answered": _("answered"),
    "answered-late": _("answered late"),
    "replaced": _("replaced"),
    "unreachable": _("not reached"),
    # Requests for assistance
    "access": _("permission to come"),
    "assistance": _("technical assistance"),
    "mitigation": _("stopping what comes from there"),
    "preservation": _("keeping of logs and traces"),
    "clarification": _("clarification"),
    "routine": _("routine"),
    "urgent": _("urgent"),
    "emergency": _("emergency"),
    "help-given": _("help is given"),
    "help-in-part": _("help is given in part"),
    "help-referred": _("referred to somebody else"),
    "help-not-given": _("no help can be given"),
    # The Traffic Light Protocol, 2.0; its labels stay as they are in every language
    "clear": _("TLP:CLEAR"),
    "green": _("TLP:GREEN"),
    "amber": _("TLP:AMBER"),
    "amber-strict": _("TLP:AMBER+STRICT"),
    "red": _("TLP:RED"),
    # Letters that were held
    "letters-held": _("held"),
    "letters-released": _("let go after they were held"),
    # Who may read the record
    "public": _("the public"),
    "parties": _("the parties"),
}


AUDIENCES = {
    Audience.PUBLIC: _("everybody"),
    Audience.PROGRAMME: _("all who take part in the programme"),
    Audience.BODY: _("the members of the body"),
    Audience.BODY_THEN: _("those seated in the body at the time"),
    Audience.NAMED: _("the parties named as readers"),
    Audience.CHAIR: _("the chair"),
    Audience.SECRETARIAT: _("the secretariat"),
    Audience.OWN: _("those who act for the same party"),
    Audience.DIRECTORY: _("those who keep the directory of contacts"),
    Audience.PERSONS: _("the people it names"),
}


def audience_name(audience: Audience | str) -> str:
    """Return the words for an audience: “the members of the body”."""
    return str(AUDIENCES[Audience(audience)])


def name_of(value: StrEnum | str) -> str:
    """Return the words for one of a closed list; raise Broken where there are none."""
    if isinstance(value, Audience):
        return audience_name(value)
    try:
        return str(WORDS[str(value)])
    except KeyError as error:
        raise Broken(f"no words for {value!r}") from error
