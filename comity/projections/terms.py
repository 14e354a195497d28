"""The words by which an act is found: our own, so that both stores find the same.

    "Naïve Straße 7"    naive strasse 7
    "网络安全"           网络 络安 安全 全

Words are runs of letters and digits, casefolded, without diacritics. Chinese and Japanese have no spaces: each pair
of neighbours is a word, and the last character alone, so that one typed character is found as the beginning of a word.
"""

import re
import unicodedata
from collections.abc import Iterator

from comity.core.act import Act, act_shapes
from comity.core.erased import Erased
from comity.core.shapes import Group, Line, Several, Shape, Words, shaped_fields

_RUN = re.compile(r"[^\W_]+")
_PIECE = re.compile(
    "([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)"
)
_LONGEST = 64
"""Longer runs are not words; they are found by their beginning, in the same length on both sides."""


def tokens(text: str) -> list[str]:
    """Return the words of a text, each once, in order."""
    plain = _plain(text)
    if plain.isascii():
        return list(dict.fromkeys([run[:_LONGEST] for run in _RUN.findall(plain)]))
    found: dict[str, None] = {}
    for run in _RUN.findall(plain):
        for place, piece in enumerate(_PIECE.split(run)):
            if place % 2:
                found.update(dict.fromkeys(piece[n : n + 2] for n in range(len(piece))))
            elif piece:
                found[piece[:_LONGEST]] = None
    return list(found)


def asked(text: str) -> list[str]:
    """Return the words of a question: as of a text, but a pair's last character is asked for only where it is alone."""
    found: dict[str, None] = {}
    for run in _RUN.findall(_plain(text)):
        for place, piece in enumerate(_PIECE.split(run)):
            if place % 2 and len(piece) > 1:
                found.update(dict.fromkeys(piece[n : n + 2] for n in range(len(piece) - 1)))
            elif piece:
                found[piece[:_LONGEST]] = None
    return list(found)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)
    )
    return unicodedata.normalize("NFKC", bare.casefold())


def terms(act: Act) -> Iterator[tuple[str, list[str]]]:
    """Yield (part, its words) for every field of an act in which somebody might look for a word."""
    for name, shape in act_shapes(type(act)).items():
        value = getattr(act, name)
        if value and not isinstance(value, Erased):
            yield name, tokens(" \n".join(_texts(shape, value)))


def _texts(shape: Shape, value: object) -> Iterator[str]:
    match shape:
        case Line() | Words() if isinstance(value, str):
            yield value
        case Several() if isinstance(value, tuple):
            for each in value:
                yield from _texts(shape.each, each)
        case Group():
            for name, inner, _ in shaped_fields(shape.of):
                yield from _texts(inner, getattr(value, name))
