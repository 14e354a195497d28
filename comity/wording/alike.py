"""What is said where something is called like what an act would name: to programs, and on the terminal."""

from typing import Any

from django.utils.translation import ngettext

from comity.core.entity import entity_type
from comity.core.when import write_instant
from comity.desk.doubles import Alike
from comity.wording.phrases import phrase


def told_alike(found: Alike) -> dict[str, Any]:
    """Write what was typed and what is here already, so that a program can show them beside each other."""
    things = [
        {
            "thing": each.thing,
            "name": phrase(each[entity_type(each.type).CALLED]),
            "since": write_instant(each.at),
        }
        for each in found.things
    ]
    facts = {"field": found.field, "name": found.name, "count": found.count, "things": things}
    return {"says": says_alike(found), **facts}


def says_alike(found: Alike) -> str:
    """Say that nothing was entered, and what to do where they are two."""
    return ngettext(
        "Something here is called like “%(name)s” already; nothing was entered. "
        "If it is the same, use that one; if they are two, send the act again with is_another true.",
        "%(count)s things here are called like “%(name)s” already; nothing was entered. "
        "If it is one of them, use that one; if it is none, send the act again with is_another true.",
        found.count,
    ) % {"name": found.name, "count": found.count}
