"""Where do these words stand, in everything I may see?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.desk.look import Look
from comity.desk.seen import Hit, Seen

MOST = 50


@dataclass(frozen=True, kw_only=True)
class FoundPage:
    """What was asked and what was found; nothing sealed from the viewer is searched."""

    asked: str
    hits: Sequence[Hit] = ()
    things: Mapping[str, Seen[Any]]
    """The things that the acts found made, by `type/id`."""
    is_cut: bool = False


def found(look: Look, *, q: str = "") -> FoundPage:
    """Search."""
    asked = q.strip()
    hits = look.search(asked, limit=MOST + 1) if asked else ()
    named = [thing for hit in hits for thing in hit.things]
    return FoundPage(
        asked=asked,
        hits=hits[:MOST],
        things=look.things(list(dict.fromkeys(named))),
        is_cut=len(hits) > MOST,
    )
