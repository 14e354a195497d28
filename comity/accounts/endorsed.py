"""What strangers may endorse by a form, named as everybody may know it."""

from collections.abc import Iterable, Mapping
from typing import Any

from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.readings.opening import reads_whole
from comity.desk.seen import Seen
from comity.desk.viewer import PUBLIC
from comity.wording import named, names_for


def about_of(thing: str) -> str | None:
    """Name what is endorsed as everybody may know it; None where it is practice, or is not everybody's to see."""
    return desk().read(PUBLIC, known_to_all, thing=thing)


def known_to_all(look: Look, *, thing: str) -> str | None:
    """Name what is endorsed; None where its words are not the viewer's to read: nobody backs what they cannot see."""
    seen: Seen[Any] | None = look.things([thing]).get(thing)
    if seen is None or seen.scope or not reads_whole(look, seen):
        return None
    return named(seen, names=names_for(look, [seen]))


def called(look: Look, *, things: Iterable[str]) -> Mapping[str, str]:
    """Name some things that are endorsed, as this viewer may know them, in one question."""
    seen = look.things(sorted(set(things)))
    names = names_for(look, list(seen.values()))
    return {thing: named(each, names=names) for thing, each in seen.items()}
