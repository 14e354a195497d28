"""A post office that takes letters as a test says: a post room for who needs no server."""

from collections.abc import Callable
from dataclasses import dataclass, field

from comity.desk.posting import Posted
from comity.store.sending import Letter
from tests.desk.house import HOST, PEOPLE


def taken(letter: Letter) -> Posted:
    return Posted("sent", proof=f"<{letter.act}.{letter.person}@post>")


@dataclass
class Office:
    """Reaches one person of each party, and whoever is added."""

    becomes: Callable[[Letter], Posted] = taken
    people: dict[str, list[str]] = field(
        default_factory=lambda: {
            "host": [HOST],
            **{party: [person] for party, person in PEOPLE.items()},
        }
    )
    sends: bool = True
    brought: list[Letter] = field(default_factory=list)

    def reached(self, party: str) -> list[str]:
        return self.people.get(party, [])

    def reaches(self, person: str) -> bool:
        return any(person in each for each in self.people.values())

    def send(self, letter: Letter) -> Posted:
        self.brought.append(letter)
        return self.becomes(letter)

    def brought_to(self) -> list[str]:
        return [letter.person for letter in self.brought]
