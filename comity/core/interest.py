"""What a party has to do with an item beside deciding on it, and on what it therefore does not decide."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When


@entity("interest", indexes=("about", "party"), under="about")
@dataclass(frozen=True, kw_only=True)
class Interest(Entity):
    """A declared interest: nothing is decided by it, and everybody who decides knows of it."""

    about: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free
    person: str = ""
    """Whose it is, where it is one person's and not the party's."""
    on: When


@entity("recusal", indexes=("about", "party"), under="about")
@dataclass(frozen=True, kw_only=True)
class Recusal(Entity):
    """A party stands aside on one item: it proposes nothing, takes no position, and is not asked."""

    about: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    interest: str = ""
    words: Free = ""
    on: When
