"""What stands adopted and is still read by a room alone: the parts by which its text would be opened to everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.audience import OF_A_ROOM, Audience
from comity.core.text import Adoption, Paragraph, Text
from comity.desk.look import Look
from comity.desk.seen import Offer, Seen

OPENING = "programme.open/1"
WORDS = "words"


def closed_parts(look: Look, act: int) -> Sequence[str]:
    """Name the parts of the act that tabled a text which only a room may read; who tabled it is none of them."""
    proof = look.proof(act)
    if proof is None or not proof.deed.verb.startswith("reframe."):
        return ()
    known = {each.name: each for each in proof.parts}
    parts = [known[name] for name in ("kind", *proof.deed.fields) if name in known]
    return [each.name for each in parts if each.audience in OF_A_ROOM and each.erased_by is None]


def opens(look: Look, text: Seen[Text]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name the act that would open an adopted text, for whoever tabled it and for the chair of its room."""
    deed = look.deed(text.act)
    if deed is None:
        return ()
    is_own = deed.on_behalf_of.value in look.viewer.parties if deed.on_behalf_of.is_value else False
    may = is_own or str(text.value("body", "")) in look.viewer.chairs
    return [(OPENING, {"act": text.act})] if may and WORDS in closed_parts(look, text.act) else ()


@dataclass(frozen=True, kw_only=True)
class Unread:
    """Something adopted that the viewer may read and not everybody, and what would open it."""

    thing: Seen[Any]
    text: Seen[Text]
    offers: Sequence[Offer]
    """What opens it; empty where that is for who tabled it, or for the chair."""


def reads_whole(look: Look, thing: Seen[Any]) -> bool:
    """Tell whether the viewer may read it: of an adopted text, every paragraph; what was erased is read by nobody."""
    if thing.type != Adoption.TYPE:
        return True
    text = str(thing.value("text", ""))
    paragraphs = look.all(Paragraph, text=text) if look.find(Text, text) else ()
    return bool(paragraphs) and not any(each["words"].is_sealed for each in paragraphs)


def to_be_opened(look: Look, *, thing: str) -> Unread | None:
    """Return an adopted text that counts, with what opens it; None where it is another thing, or not theirs to see."""
    seen = look.things([thing]).get(thing)
    text = look.find(Text, str(seen.value("text", ""))) if seen else None
    if seen is None or seen.type != Adoption.TYPE or text is None or seen.scope:
        return None
    return Unread(thing=seen, text=text, offers=look.offers(opens(look, text)))


def opened(look: Look, act: str) -> Mapping[str, str]:
    """Return the rows that the form to open an act begins with: an adopted text whole, anything else part by part."""
    deed = look.deed(int(act)) if act.isdecimal() else None
    texts = (
        [name.partition("/")[2] for name in deed.makes if name.startswith("text/")] if deed else []
    )
    if deed is None or not any(look.all(Adoption, text=each) for each in texts):
        return {}
    parts = closed_parts(look, deed.index)
    audiences = [Audience.PUBLIC.value] * len(parts)
    return {"opens:part": "\n".join(parts), "opens:audience": "\n".join(audiences)}
