"""Who declared an interest in an item, and who stands aside on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.interest import Interest, Recusal
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.naming import parties_named
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Aside:
    """What is declared in a text or its paragraphs, and who stands aside on which of them."""

    interests: Sequence[Seen[Interest]]
    recusals: Sequence[Seen[Recusal]]
    parties: Mapping[str, Seen[Party]]

    def without(self, offers: Iterable[Offer], *items: str) -> list[Offer]:
        """Leave out what would be done for a party that stands aside on one of these items."""
        aside = {str(each["party"]) for each in self.recusals if str(each["about"]) in items}
        return [each for each in offers if each.on_behalf_of not in aside]


def aside(look: Look, items: Sequence[str]) -> Aside:
    """Read who has an interest in some items, and who stands aside on them."""
    interests = look.among(Interest, "about", items)
    recusals = look.among(Recusal, "about", items)
    rows: list[Seen[Any]] = [*interests, *recusals]
    named = [each["party"] for each in rows]
    return Aside(
        interests=interests, recusals=recusals, parties=parties_named(look, named) if named else {}
    )


def own_offers(look: Look, text: Seen[Any], known: Aside) -> Sequence[Offer]:
    """Return what those who have a voice on a text may say of their own interest in it."""
    asked: list[tuple[str, Mapping[str, Any]]] = [
        ("parties.declare-interest/1", {"about": text.thing})
    ]
    if text.value("status") != "under-silence":
        asked.append(("parties.step-aside/1", {"about": text.thing}))
    voices = look.viewer.voices.get(str(text["body"]), frozenset())
    found = [each for each in look.offers(asked) if each.on_behalf_of in voices]
    return known.without(found, text.thing)
