"""An act from which on something is called by a name: it is entered, or it is called otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from comity.core.act import Act
from comity.core.entity import Entity
from comity.core.shapes import Flag


@dataclass(frozen=True)
class Called:
    """What is called by a name from now on, and in which field the act says it."""

    of: type[Entity]
    field: str
    itself: str = ""
    """The thing, `type/id`, that has another name already, or whose place is taken: it is no double of itself."""


@dataclass(frozen=True, kw_only=True)
class Naming(Act):
    """An act that gives a name. It is no kind itself, and no name is out of order for being known already."""

    is_another: Annotated[bool, Flag()] = False
    """True where whoever entered it was shown what is called alike, and said that they are two."""

    @classmethod
    def called(cls, said: Mapping[str, Any]) -> Called | None:  # noqa: ARG003 — a kind looks at it
        """Return what would be called how, as far as the act's fields say it; None where they name nothing."""
        return Called(cls.MADE, cls.MADE.CALLED) if cls.MADE is not None else None
