"""People with their mandates and seats, in words and for a program."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comity.cli.text_words import printable

if TYPE_CHECKING:
    from comity.desk.readings.people import Known
    from comity.desk.seen import Seen


def told_of(known: "Known") -> dict[str, Any]:
    """Return what a program is told of one person."""
    person = known.person
    return {
        "id": person.id,
        **{name: _value(person, name) for name in ("name", "office", "country")},
        "mandates": [told_of_role(each) for each in known.mandates],
        "seats": [told_of_role(each) for each in known.seats],
    }


def told_of_role(seen: "Seen[Any]") -> dict[str, Any]:
    """Return what a program is told of a mandate or a seat."""
    fields = {
        "mandate": ("person", "party", "powers", "start", "end", "ended"),
        "seat": ("person", "party", "body", "role", "title", "start", "end", "ended"),
    }[seen.type]
    return {"is": seen.type, "id": seen.id, **{name: _value(seen, name) for name in fields}}


def line_of(told: dict[str, Any], names: Mapping[str, str]) -> str:
    """Return what a person reads of one person: the name, and a line for each thing they may do."""
    head = ", ".join(filter(None, (told["name"], told["office"], told["country"])))
    roles = [f"    {line_of_role(each, names)}" for each in (*told["mandates"], *told["seats"])]
    return "\n".join([f"{told['id']}  {printable(head)}", *roles])


def named(key: str, names: Mapping[str, str]) -> str:
    """Return what something is called, with the id by which a command names it."""
    return f"{printable(names[key])} ({key})" if names.get(key) else key


def line_of_role(told: dict[str, Any], names: Mapping[str, str]) -> str:
    """Return what a person reads of a mandate or a seat."""
    party, body = (named(told.get(each, ""), names) for each in ("party", "body"))
    until = f", ended {told['ended'][:10]}" if told["ended"] else _until(told)
    if told["is"] == "mandate":
        return f"{told['id']}  may {', '.join(told['powers'])} for {party}{_since(told)}{until}"
    whose = f" for {party}" if told["party"] else ""
    return f"{told['id']}  {told['title'] or told['role']} in {body}{whose}{_since(told)}{until}"


def _since(told: dict[str, Any]) -> str:
    return f", from {told['start'][:10]}" if told["start"] else ""


def _until(told: dict[str, Any]) -> str:
    return f" to {told['end']}" if told["end"] else ""


def _value(seen: "Seen[Any]", name: str) -> Any:
    """Return the value of a field; of what is withheld or erased, the words that say so."""
    cell = seen[name]
    if isinstance(cell.value, tuple):
        return [str(each) for each in cell.value]
    return str(cell)
