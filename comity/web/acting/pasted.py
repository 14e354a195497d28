"""A text is tabled by pasting it: its paragraphs, their numbers and their ids are found in what was pasted.

    1. Each party keeps a contact.            number 1
                                              an empty line parts paragraphs; without any, each line is one
    2. A contact answers.                     number 2

Where every paragraph begins with a number of its own these are kept; otherwise they are counted from 1.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from comity.web.acting.field import Field, Said

KIND = "reframe.table-text"
FIELD = "pasted"
STANDS_FOR = ("ids", "numbers", "words", "statuses")
"""The fields of the act that one field of the form stands for."""
NUMBERED = re.compile(r"(\d{1,3}(?=[.)])|\d{1,3}\([a-z0-9]{1,4}\))[.)]?\s+(?=\S)")
"""A number is followed by a full stop or a bracket: "24 hours" is no paragraph 24."""
LONGEST_BASE = 24


def is_pasted(kind: str) -> bool:
    """Tell whether a kind's form asks for a whole text."""
    return kind.partition("/")[0] == KIND


def paragraphs(words: str) -> Sequence[tuple[str, str]]:
    """Return number and words of each paragraph, in order."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", words.strip())
    if len(blocks) == 1:
        blocks = words.strip().split("\n")
    found = [" ".join(block.split()) for block in blocks if block.strip()]
    numbers = [NUMBERED.match(each) for each in found]
    given = [match[1] for match in numbers if match]
    if len(given) == len(found) == len(set(given)):
        return [
            (match[1], each[match.end() :])
            for match, each in zip(numbers, found, strict=True)
            if match
        ]
    return [(str(place), each) for place, each in enumerate(found, start=1)]


def envelope_of(typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the fields of the act that a pasted text fills; a form that is sent again gives the same ids."""
    found = paragraphs(typed.get(FIELD, ""))
    if not found:
        return {}
    base = f"{_base(typed.get('title', ''))}-{_sign(typed.get('nonce', ''))}"
    return {
        "ids": [f"{base}-p{place}" for place in range(1, len(found) + 1)],
        "numbers": [number for number, _words in found],
        "words": [words for _number, words in found],
    }


def _base(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_BASE].strip("-") or "text"


def _sign(nonce: str) -> str:
    return re.sub(r"[^a-z0-9]", "", nonce.lower())[:6] or "0"


def label() -> str:
    """Return what the field is called."""
    return _("The text")


def field_of(typed: Mapping[str, str], refusals: Sequence[Said]) -> Field:
    """Return the one field; what is refused of those it stands for is told beside it."""
    return Field(
        name=FIELD,
        form="words",
        label=label(),
        hint=_(
            "Paste it whole, with an empty line between paragraphs. A number that each begins with (1., 2.) is kept."
        ),
        value=typed.get(FIELD, ""),
        rows=14,
        is_required=True,
        refusals=[
            Said(FIELD, each.says) for each in refusals if each.field in (FIELD, *STANDS_FOR)
        ],
    )
