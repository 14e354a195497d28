"""A text is tabled by pasting it: its paragraphs, their numbers and their ids are found in what was pasted.

    1. Each party keeps a contact.            number 1
                                              an empty line parts paragraphs; without any, each line is one
    2. A contact answers.                     number 2

Numbers that were typed are shown before anything is sent. Where they run in order they become the paragraphs' own and
are left out of the words; where they do not, whoever pasted them says what becomes of them. Until then nothing goes.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from comity.core.errors import Malformed
from comity.texts.typed_numbers import Break, TypedNumbers, typed_numbers
from comity.web.acting.field import Field, Said

KIND = "reframe.table-text"
FIELD = "pasted"
CHOICE = "typed-numbers"
STANDS_FOR = ("ids", "numbers", "words", "statuses")
"""The fields of the act that one field of the form stands for."""
READS = ".docx,.md,.txt"
LONGEST_BASE = 24


class Becomes(StrEnum):
    """What becomes of the numbers that were typed."""

    OUT = "out"
    """They are left out of the words; where they run in order, they are the paragraphs' numbers."""
    RUNNING_OUT = "running-out"
    """Those are left out that run in order, and no others."""
    AFTER_PREAMBLE = "after-preamble"
    """They are the paragraphs' numbers; those that stand before and have none are PP1, PP2 …"""
    KEPT = "kept"
    """They stay in the words."""


def is_pasted(kind: str) -> bool:
    """Tell whether a kind's form asks for a whole text."""
    return kind.partition("/")[0] == KIND


def chosen(typed: Mapping[str, str]) -> Becomes | None:
    """Return what was chosen; None where nothing was. Raise Malformed for what cannot be."""
    value = typed.get(CHOICE, "")
    if value and value not in tuple(Becomes):
        raise Malformed(FIELD, expected=f"one of {', '.join(Becomes)}", found=repr(value)[:40])
    return Becomes(value) if value else None


def found_in(words: str) -> TypedNumbers:
    """Return the paragraphs of a text, with the numbers that were typed before them."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", words.strip())
    if len(blocks) == 1:
        blocks = words.strip().split("\n")
    return typed_numbers([" ".join(block.split()) for block in blocks if block.strip()])


def paragraphs(words: str, becomes: Becomes | None = None) -> Sequence[tuple[str, str]]:
    """Return number and words of each paragraph, in order. Where nothing was chosen, only numbers that run go."""
    found = found_in(words)
    if found.run and becomes in (None, Becomes.OUT):
        return [(each.number, each.words) for each in found.each]
    if found.run_after and becomes is Becomes.AFTER_PREAMBLE:
        return [
            (each.number or f"PP{place}", each.words)
            for place, each in enumerate(found.each, start=1)
        ]
    goes = {
        Becomes.OUT: (None, *Break),
        Becomes.RUNNING_OUT: (None,),
    }.get(becomes or Becomes.KEPT, ())
    return [
        (str(place), each.words if found.are_there and each.breaks in goes else each.whole)
        for place, each in enumerate(found.each, start=1)
    ]


def envelope_of(typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the fields of the act that a pasted text fills; a form that is sent again gives the same ids."""
    found = paragraphs(typed.get(FIELD, ""), chosen(typed))
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
            "Paste it whole, with an empty line between paragraphs, or read it from a file. Numbers that stand before"
            " the paragraphs are shown to you before anything is sent."
        ),
        value=typed.get(FIELD, ""),
        rows=14,
        reads=READS,
        is_required=True,
        refusals=[
            Said(FIELD, each.says) for each in refusals if each.field in (FIELD, *STANDS_FOR)
        ],
    )
