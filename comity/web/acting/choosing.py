"""What can be chosen in a form: how each is called, and in which order they stand."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from comity.desk.seen import Seen
from comity.web.acting.field import Option
from comity.wording import named
from comity.wording.things import Names

TOLD_APART = frozenset({"outcome", "proposal"})
SHORT = 160
"""How many characters of words tell one apart from another."""


def in_rows(
    name: str, choices: Mapping[str, Sequence[Seen[Any]]], names: Names
) -> Mapping[str, Sequence[Option]]:
    """Return what each column of a field's small records may name, by `field:column`."""
    return {
        column: sorted(
            (Option(each.thing, choice_name(each, names), is_chosen=False) for each in things),
            key=alphabet,
        )
        for column, things in choices.items()
        if column.startswith(f"{name}:")
    }


def alphabet(option: Option) -> list[tuple[int, str]]:
    """Sort as people do: 2 before 10."""
    pieces = re.split(r"(\d+)", option.label.casefold())
    return [
        (int(each), "") if each.isdecimal() and len(each) < 19 else (-1, each) for each in pieces
    ]


def choice_name(seen: Seen[Any], names: Names) -> str:
    """Name a choice; of proposals on one paragraph, and outcomes of one meeting, their words tell them apart."""
    if seen.type not in TOLD_APART or not seen["words"].is_value:
        return named(seen, names=names)
    about = {"proposal": named(seen, names=names), "words": _short(str(seen["words"]))}
    return _("%(proposal)s: “%(words)s”") % about if about["words"] else about["proposal"]


def _short(words: str) -> str:
    """Return the first words, with what is cut shown."""
    flat = " ".join(words.split())
    return flat if len(flat) <= SHORT else flat[:SHORT].rsplit(" ", 1)[0] + " […]"
