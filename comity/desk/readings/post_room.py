"""The post room: which letters went out for us, where they are, and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.programme import Programme
from comity.desk.look import Look
from comity.desk.readings.mailing import Mailing, mailings
from comity.desk.seen import Offer

A_PAGE = 20
SENDING = "programme.send-circular/1"


@dataclass(frozen=True, kw_only=True)
class PostRoom:
    """The acts that sent letters, newest first, and those of their letters that came back."""

    mailings: Sequence[Mailing]
    came_back: Sequence[Mailing]
    """Those, on any page, of which letters were not taken or came back."""
    older: int | None
    is_simulated: bool
    """True where no letter ever leaves, since the parties are fictional."""
    offers: Sequence[Offer]
    scope: str = ""


@dataclass(frozen=True, kw_only=True)
class LettersPage:
    """The letters of one act."""

    mailing: Mailing
    is_simulated: bool
    scope: str


def post_room(look: Look, *, before: str = "") -> PostRoom | None:
    """Read the post room of whoever looks; None for the public."""
    if look.viewer.is_public:
        return None
    start = int(before) if before.isascii() and before.isdigit() and len(before) < 15 else None
    deeds = look.mailed(before=start, limit=A_PAGE + 1)
    lost = look.deeds(each.act for each in look.returned())
    return PostRoom(
        mailings=mailings(look, deeds[:A_PAGE]),
        came_back=mailings(look, sorted(lost.values(), key=lambda deed: -deed.index)),
        older=deeds[A_PAGE - 1].index if len(deeds) > A_PAGE else None,
        is_simulated=_is_simulated(look),
        offers=look.offers([(SENDING, {})]),
    )


def letters(look: Look, *, index: int) -> LettersPage | None:
    """Read the letters of one act; None where there are none, or none that the viewer may know of."""
    deed = None if look.viewer.is_public else look.deed(index)
    found = mailings(look, [deed]) if deed is not None else ()
    if not found or deed is None:
        return None
    return LettersPage(mailing=found[0], is_simulated=_is_simulated(look), scope=deed.scope)


def _is_simulated(look: Look) -> bool:
    programme = look.find(Programme, "programme")
    return programme is not None and programme.value("simulated") is True
