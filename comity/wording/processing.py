"""The record of processing activities (GDPR, article 30), written from the register of kinds.

What the law may take away again is what can be somebody's: free words, names, contact data, files. Everything else in
the record is ids, dates, enumerations and decisions.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.core.act import Act, act_shapes, erasable_fields
from comity.core.schema import name_of as without_version
from comity.wording.enums import audience_name
from comity.wording.sentences import labels, title

AGES: Mapping[str, str] = {
    "operate.nominate-contact": "a year after the contact was replaced",
    "operate.answer-check": "two years",
    "parties.register-person": "two years after the person's last mandate or seat ended",
    "programme.answer-circular": "two years",
    "programme.send-circular": "five years",
}
"""How long personal data of a kind is kept before the secretariat looks at whether it is still needed."""
OTHERWISE = "as long as what it led to stands"

BESIDE = (
    ("an e-mail address", "to sign in; letters of what is owed", "until it is changed or erased"),
    (
        "passkeys' public halves, digests of tokens and links",
        "to know a device or a program again",
        "until used, expired or erased",
    ),
    (
        "how far a person has read",
        "so that their desk says what is new",
        "until erased; nobody else sees it",
    ),
    ("their clock, and how letters reach them", "as they chose", "until changed or erased"),
    ("what they ask about what is held of them", "to answer it", "with the account"),
    (
        "endorsements and comments that were stated by a form, with who stated them and their address",
        "to have them confirmed by a link and looked at; then to say what became of them",
        "until they are told, or seven days where nobody confirms",
    ),
    (
        "who was invited by a letter to endorse something, with their address",
        "to write to them; that their organization was invited, so that nobody asks twice",
        "seven days for the person, a year for the organization",
    ),
    ("an address that a sign-in letter was asked for", "to send it", "half an hour"),
    ("keyed hashes of places from which something was tried", "to limit guessing", "an hour"),
)
"""What is kept beside the record: what, why, how long."""


def page(kinds: Mapping[str, type[Act]]) -> str:
    """Write the record, in Markdown."""
    return "\n".join([HEAD, *_of_record(kinds), *_beside(), NOWHERE, ""])


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One kind of act in which personal data can stand."""

    kind: str
    title: str
    fields: Mapping[str, str]
    """What can be somebody's: the labels, by field."""
    seen_by: Sequence[str]
    kept: str


def activities(kinds: Mapping[str, type[Act]]) -> Sequence[Activity]:
    """Return every kind in which personal data can stand."""
    return [_activity(kind, cls) for kind, cls in kinds.items() if erasable_fields(cls)]


def _activity(kind: str, cls: type[Act]) -> Activity:
    known = labels(kind)
    fields = [name for name in act_shapes(cls) if name in erasable_fields(cls)]
    return Activity(
        kind=without_version(kind),
        title=title(kind),
        fields={name: known[name][0] for name in fields},
        seen_by=_readers(cls, fields),
        kept=AGES.get(without_version(kind), OTHERWISE),
    )


def _readers(cls: type[Act], fields: list[str]) -> list[str]:
    if cls.WITHIN_ROOM:
        return ["by the rule of the body it is done in"]
    rest = cls.audience["*"]
    return sorted({audience_name(cls.audience.get(name, rest)) for name in fields})


HEAD = """\
# Record of processing

Written from the register of kinds by `comity record-of-processing`; a test keeps them equal. The secretariat that
runs a programme is its controller, and adds its name, its representative and whom it transfers data to. The purpose
of all of it: that parties who do not trust each other, or the host, can check who did what, for whom and when.

## In the record

Who acted (an opaque id), for which party and when stands in every act, and cannot be erased. In these kinds there can
be more:

| kind | what can be somebody's | who sees it, where the signer says nothing else | looked at again |
|---|---|---|---|"""
NOWHERE = """
A notice for those whom it concerns, to be adapted: [privacy-notice.md](privacy-notice.md).

Kept nowhere: names of accounts, passwords, when somebody signed in, what they looked at, addresses of the network,
travel documents."""


def _of_record(kinds: Mapping[str, type[Act]]) -> Iterator[str]:
    for each in activities(kinds):
        what, readers = ", ".join(each.fields.values()), ", ".join(each.seen_by)
        yield f"| [{each.title}](kinds/{each.kind}.md) | {what} | {readers} | {each.kept} |"


def _beside() -> Iterator[str]:
    yield from ("", "## Beside the record", "", "| what | why | how long |", "|---|---|---|")
    for what, why, how_long in BESIDE:
        yield f"| {what} | {why} | {how_long} |"
