"""What ``comity verify`` says to people: what was checked, what was sealed, what to do next."""

from __future__ import annotations

from comity.record.errors import Fault
from comity.record.export import Verified
from comity.record.kept import Kept

# The faults that a reader is likely to meet; any other is told by what was expected and found.
_MEANINGS = {
    "blob": "A paper is not the one that the act binds.",
    "erased-but-present": "Something that was erased by an act of this record is still shown.",
    "file-altered": "A file is not the one that the host signed for.",
    "file-missing": "A file that must be there is not.",
    "file-unknown": "A file is there that the host did not sign for.",
    "file-unreadable": "A file could not be read.",
    "host-key": "The act is signed with a key that was not the host's at that time.",
    "host-key-unknown": "The act is signed with a key that no visible act gives to the host.",
    "host-signature": "The host did not sign this act as it stands here.",
    "hour-order": "The act claims an hour before that of an act that stands earlier.",
    "kept-later": "The record that is shown is older than what you kept.",
    "kept-root": "The record that is shown is not the one that you were shown before.",
    "leaf-hash": "The act is not the one that stands in the tree.",
    "log-empty": "There is nothing in this record yet.",
    "manifest-checkpoint": "The list of files belongs to another state of the record.",
    "note-signature": "The signature is not by the key that it should be by.",
    "part-unbound": "Something is shown as part of this act that it does not contain.",
    "parts-missing": "The parts of an act have been taken out.",
    "received-order": "The act claims to have come in before one that stands earlier.",
    "root": "The tree does not lead to the root that the log signed.",
    "seen-future": "The signer claims to have seen acts that came later.",
    "seen-root": "The signer had seen another history than this one.",
    "signature-key": "The act is signed with a key that was not the signer's at that time.",
    "signature-wrong": "The party's signature is not over this act.",
    "tile-hash": "A tile of the tree does not follow from the tiles below it.",
    "vkey": "The key is not the one that this record names as its own.",
}

_AGAIN = (
    "Nothing after this was examined. If the files were copied or sent, fetch them again;",
    "if it stays so, keep them as they are and ask the host.",
)
_AFTER = {
    "kept-root": (
        "What is shown is whole in itself. Keep both: the log’s own key signed two histories, and",
        "whoever has the two can show it to anybody.",
    ),
    "kept-later": (
        "What is shown is whole in itself. If it was exported earlier, fetch it again; if it is what",
        "is served now, keep both: the log’s own key signed more than it shows.",
    ),
}


def says_verified(found: Verified, *, where: str) -> str:
    """Return what to tell a person whose log holds."""
    size = found.checkpoint.size
    lines = [
        f"The record of {found.checkpoint.origin} holds.",
        "",
        (
            f"{_count(size, 'act')}, each in its place and each signed by the host. Every hash was"
            " computed again,"
        ),
        "and every byte of every file is accounted for.",
        "",
        f"  open to you        {_count(found.open, 'part')}",
        f"  sealed from you    {_count(found.sealed, 'part')}",
        f"  erased             {_count(found.erased, 'digest')}",
        f"  parties' own keys  {_signatures(found)}",
        "",
        _whose(found),
        *map(_agrees, found.kept),
        *(
            ["The times in this record are simulated: it is a demonstration."]
            if found.is_simulated
            else []
        ),
        "",
        *_pinned(found, where=where),
    ]
    return "\n".join(lines)


def says_fault(fault: Fault) -> str:
    """Return what to tell a person whose log does not hold."""
    place = "" if fault.index is None else f" at act {fault.index:,}"
    meaning = _MEANINGS.get(fault.fault, "What stands there cannot be so.")
    return "\n".join(
        [
            f"This record does not hold{place}.",
            "",
            meaning,
            "",
            f"  fault     {fault.fault}",
            f"  expected  {fault.expected}",
            f"  found     {fault.found}",
            "",
            *_AFTER.get(fault.fault, _AGAIN),
        ]
    )


def _signatures(found: Verified) -> str:
    if not found.signatures_checked and not found.signatures_sealed:
        return "none used"
    checked = _count(found.signatures_checked, "signature")
    return f"{checked} checked, {found.signatures_sealed:,} sealed from you"


def _agrees(kept: Kept) -> str:
    if kept.index is None:
        return f"It is the record of {kept.name}, grown since it had {_count(kept.size, 'act')}."
    return f"Act {kept.index:,} of {kept.name} stands in it ({kept.kind}, received {kept.at})."


def _whose(found: Verified) -> str:
    match found.viewer:
        case None:
            return "It was read from where it is served; what was absent counts as sealed."
        case "public":
            return "This is an export of what anybody may see."
        case viewer:
            return f"This is an export of what one {viewer} may see."


def _pinned(found: Verified, *, where: str) -> list[str]:
    if found.trusted:
        return ["It is the log whose key you gave."]
    return [
        "The key was taken from the record's own first act, so this shows that the record is whole,",
        "not whose it is. Compare the key with one that reached you by another way, then run",
        "",
        f"  comity verify {where} --vkey '{found.vkey}'",
    ]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
