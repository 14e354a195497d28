"""What a party says for the record about what was decided: why it joined or voted so, and what it keeps apart from."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free


@entity("explanation", indexes=("text", "on"), under="on")
@dataclass(frozen=True, kw_only=True)
class Explanation(Entity):
    """Why a party stood where it did: of its position where there was no vote, of its vote where there was one."""

    on: str
    """The adoption, silence, round or ballot."""
    text: str
    """The text that it stays attached to, whatever came of it."""
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free
    paragraph: str = ""


@entity("dissociation", indexes=("adoption",), under="adoption")
@dataclass(frozen=True, kw_only=True)
class Dissociation(Entity):
    """A party joined the adoption, but not one paragraph. Id: the paragraph, a dot, the party."""

    adoption: str
    paragraph: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free = ""
