"""What a form offers to choose from: only what would be in order, where that is known before anything is typed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from comity.core.absence import Absence, Stands, Why
from comity.desk.look import Look
from comity.desk.seen import Seen

Choices = Mapping[str, Sequence[Seen[Any]]]
Test = Callable[[Seen[Any]], bool]


def in_order(look: Look, verb: str, choices: Choices, *, parties: Collection[str]) -> Choices:
    """Leave out, field by field, what would be refused whatever else is said, by whichever party."""
    tests = _tests(look, verb, parties=frozenset(parties))
    return {
        name: [each for each in rows if tests[name](each)] if name in tests else rows
        for name, rows in choices.items()
    }


def _tests(look: Look, verb: str, *, parties: frozenset[str]) -> Mapping[str, Test]:
    match verb:
        case "parties.lift-suspension":
            return {"absence": _is_suspension}
        case "operate.nominate-contact":
            return {"replaces": lambda each: _stands(each) and each.value("party") in parties}
        case "operate.request-assistance":
            barred = _gone(look) | (parties if len(parties) == 1 else frozenset())
            return {"of_party": lambda each: each.id not in barred, **_through_none_of(barred)}
    return {}


def _through_none_of(barred: frozenset[str]) -> Mapping[str, Test]:
    def is_of_others(contact: Seen[Any]) -> bool:
        return _stands(contact) and contact.value("party") not in barred

    return dict.fromkeys(("contact", "escalates_to"), is_of_others)


def _is_suspension(absence: Seen[Absence]) -> bool:
    """Tell whether it can be lifted: a withdrawal is for good, and what was lifted is over (rule 37.3)."""
    return absence.value("because") is Why.SUSPENDED and absence.value("stands") is Stands.IN_FORCE


def _stands(contact: Seen[Any]) -> bool:
    return not contact.value("replaced_by")


def _gone(look: Look) -> frozenset[str]:
    """Name the parties that withdrew or were succeeded; who is suspended is asked still, and may answer."""
    standing = look.all(Absence, stands=Stands.IN_FORCE.value)
    return frozenset(
        str(each.value("party")) for each in standing if each.value("because") is not Why.SUSPENDED
    )
