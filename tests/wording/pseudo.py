"""A language in which every translated word is marked, so that a word nobody marked for translation stands out.

    with in_pseudo():
        assert unmarked(page) == []

Every Latin letter of a translated sentence is written with an accent: “Break silence” is “Ƀřḗȧķ şīŀḗƞƈḗ”. What still is
plain Latin came from data or was never given to the translators.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation
from django.utils.translation import trans_real

CODE = "en-xa"
ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏżȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎŻ",
)
KEPT = re.compile(r"%\(\w+\)[sd]|%%|<[^>]+>|&\w+;")
PLAIN = re.compile(r"[A-Za-z]{2,}")
FORMATS = "date format: "
"""Patterns of dates are letters of Django's, not words."""


class Pseudo(gettext.NullTranslations):
    """Translates everything that is asked for, and nothing else."""

    def gettext(self, message: str) -> str:
        """Mark a sentence; a context in front of it is left out, as translators leave it out."""
        context, found, words = message.partition("\x04")
        if found and context.startswith(FORMATS):
            return words
        return marked(words if found else message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Mark the form for this number."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def to_language(self) -> str:
        """Return its code."""
        return CODE

    def language(self) -> str:
        """Return its code, as Django asks for it."""
        return CODE


def marked(words: str) -> str:
    """Write a sentence with accents, its placeholders as they are."""
    kept = KEPT.findall(words)
    pieces = [piece.translate(ACCENTED) for piece in KEPT.split(words)]
    return "".join(
        piece + (kept[place] if place < len(kept) else "") for place, piece in enumerate(pieces)
    )


def unmarked(written: str, *, data: str = "") -> list[str]:
    """Return the words that nobody gave to the translators and that are not data; HTML is read as text."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>|&\w+;|&#\w+;", " ", written, flags=re.DOTALL)
    return [word for word in PLAIN.findall(text) if word not in data.split()]


@contextmanager
def in_pseudo() -> Iterator[None]:
    """Read everything in the marked language."""
    trans_real._translations[CODE] = Pseudo()  # type: ignore[attr-defined]
    try:
        with translation.override(CODE):
            yield
    finally:
        trans_real._translations.pop(CODE, None)  # type: ignore[attr-defined]
