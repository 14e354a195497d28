"""A human being is entered under an opaque id: the name stands only here, and can be erased."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.party import Person
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line
from comity.core.state import Change, State


@act_kind("parties.register-person/1")
@dataclass(frozen=True, kw_only=True)
class RegisterPerson(Naming):
    """A name gives no authority; a mandate does."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PUBLIC,
        "by": Audience.OWN,
        "name": Audience.PROGRAMME,
        "office": Audience.PROGRAMME,
        "country": Audience.PROGRAMME,
    }
    MADE = Person

    id: Annotated[str, Id()]
    name: Annotated[Free, Line(erasable=True)]
    office: Annotated[Free, Line(erasable=True)] = ""
    country: Annotated[str, Line()] = ""

    def changes(self, state: State) -> Iterator[Change]:
        """The person is known by this id."""
        yield self.into(Person)
