"""The words by which an act is found: our own, so that both stores find the same.

    "Naïve Straße 7"    naive strasse 7
    "网络安全"           网络 络安 安全 全
    "والأَمْن السيبراني"   امن سيبراني
    "Iğdır, ٢٠٢٦"       igdir 2026

Words are runs of letters and digits, casefolded, without diacritics. Chinese and Japanese have no spaces: each pair
of neighbours is a word, and the last character alone, so that one typed character is found as the beginning of a word.
Arabic loses its article, with a particle before it, and is written in one way where hands differ; the Turkish dotless i
is an i, since capitals do not tell them apart; figures are figures in any script. A text and a question are cut alike:
what was written is always found.
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
_SAME = str.maketrans(
    {
        "\u0131": "i",  # Turkish, without a dot
        "\u0640": "",  # Arabic, a stroke that only stretches a word
        "\u0629": "\u0647",  # teh marbuta, often written as heh
        "\u0649": "\u064a",  # alef maksura, often written as yeh
        "\u06cc": "\u064a",  # and as Persians write it
        "\u06a9": "\u0643",
    }
)
"""Letters that are written for one another."""
_ARTICLE = re.compile(
    "^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=[\u0621-\u064a]{3})"
)
"""The Arabic article before at least three letters, with and, so, by or like before it; or joined to `for`."""
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
                found[_word(piece)] = None
    return list(found)


def asked(text: str) -> list[str]:
    """Return the words of a question: as of a text, but a pair's last character is asked for only where it is alone."""
    found: dict[str, None] = {}
    for run in _RUN.findall(_plain(text)):
        for place, piece in enumerate(_PIECE.split(run)):
            if place % 2 and len(piece) > 1:
                found.update(dict.fromkeys(piece[n : n + 2] for n in range(len(piece) - 1)))
            elif piece:
                found[_word(piece)] = None
    return list(found)


def _word(run: str) -> str:
    return _ARTICLE.sub("", run)[:_LONGEST]


def _figure(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)
    )
    plain = unicodedata.normalize("NFKC", bare.casefold()).translate(_SAME)
    return "".join(map(_figure, plain))


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
