"""Words as Unicode sees them: a text is cut so that its pieces, put together again, are the text.

    "States shall, in 2026, report."
    token   |States |shall|, |in |2026|, |report|.|
    atom    |States| |shall|,| |in| |2026|,| |report|.|

A **token** is a word of UAX 29 (rules WB3 to WB16, default, no dictionary: each Chinese character is a word)
with the white space after it. What a reader is told counts tokens. Underneath, an **atom** is the word or
the white space alone, so that "fully" can leave "agree fully." without "agree" being touched.
White space before the first word is a token of its own.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from comity.texts import word_break
from comity.texts.kept import kept


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into words, each with the white space after it: ``words[n] + spaces[n]`` is token n."""

    words: tuple[str, ...]
    spaces: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)


@kept
def cut(text: str) -> Cut:
    """Cut a text into words and spaces; ``"".join(word + space)`` gives it back."""
    found = _pattern(western=WESTERN.fullmatch(text) is not None).findall(text)
    if found and found[-1] == ("", ""):
        found.pop()
    return Cut(tuple(word for word, _ in found), tuple(space for _, space in found))


def tokens(text: str) -> tuple[str, ...]:
    """Return the tokens of a text; joined they are the text."""
    pieces = cut(text)
    return tuple(map(str.__add__, pieces.words, pieces.spaces))


@dataclass(frozen=True, slots=True)
class Atoms:
    """A text as atoms: ``pieces[n]`` belongs to token ``token[n]``; no piece is empty."""

    pieces: tuple[str, ...]
    token: tuple[int, ...]

    def between(self, start: int, end: int) -> str:
        """Return what stands from one point to another."""
        return "".join(self.pieces[start:end])

    def before(self, character: int) -> int:
        """Return how many stand before a character, at which one begins."""
        starts = accumulate(map(len, self.pieces), initial=0)
        return next(n for n, start in enumerate(starts) if start >= character)

    def token_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that a span of atoms touches; a point inside a token touches none of it."""
        if start == end:
            point = self.token[start] if start < len(self.token) else self.count
            if 0 < start < len(self.token) and self.token[start - 1] == point:
                point += 1  # after the word, before its space: what is put there follows the word
            return point, point
        return self.token[start], self.token[end - 1] + 1

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return self.token[-1] + 1 if self.token else 0


@kept
def atoms(text: str) -> Atoms:
    """Return the atoms of a text."""
    pieces, owner = [], []
    taken = cut(text)
    for number, pair in enumerate(zip(taken.words, taken.spaces, strict=True)):
        for piece in pair:
            if piece:
                pieces.append(piece)
                owner.append(number)
    return Atoms(tuple(pieces), tuple(owner))


WESTERN = re.compile("[\\0-\u024f\u2000-\u206f]*")
"""Latin letters and general punctuation: their rules are compiled ten times sooner than all scripts'."""


@cache
def seams() -> re.Pattern[str]:
    """Compile where a text may be parted so that both parts are cut as the whole is, whatever stands elsewhere.

    That is after white space, or a Chinese character, before something that does not extend it: no rule looks past
    these, and nothing that is matched goes on behind them.
    """
    extender = _class(word_break.EXTENDERS, western=False)
    return re.compile(f"[\\s\u4e00-\u9fff](?=[^\\s{extender}])")


def _class(*tables: str, western: bool) -> str:
    ranges = []
    for entry in (entry for table in tables for entry in table.split()):
        low, _, high = entry.partition("-")
        first, last = int(low, 16), int(high or low, 16)
        if not western or WESTERN.fullmatch(chr(first)):
            ranges.append(f"\\U{first:08x}-\\U{last:08x}")
    return "".join(ranges) or "^\\s\\S"


@cache
def _pattern(*, western: bool) -> re.Pattern[str]:
    """Compile the rules: a word with what extends it, then the white space that belongs to it."""

    def one(*tables: str) -> str:
        return f"[{_class(*tables, western=western)}]"

    extender = one(word_break.EXTENDERS)
    more = f"{extender}*"
    letter, number = one(word_break.LETTERS) + more, one(word_break.NUMERIC) + more
    hebrew, flag = one(word_break.HEBREW) + more, one(word_break.FLAGS) + more
    joiner, picture = f"(?:{one(word_break.JOINERS)}{more})", one(word_break.PICTURES)
    lettered = (
        f'{hebrew}"{more}(?={hebrew})'  # WB7b, WB7c
        f"|{letter}(?:{one(word_break.MID_LETTER)}{more}(?={letter}))?"  # WB5 to WB7
        f"|{number}(?:{one(word_break.MID_NUMBER)}{more}(?={number}))?"  # WB8 to WB12
    )
    quoted = f"{hebrew}'{more}(?!{letter})"  # WB7a: nothing follows it
    word = (
        f"(?:(?:{lettered})*(?:{quoted}|{lettered})|(?:{one(word_break.KATAKANA)}{more})+)"  # WB13
    )
    joined = f"{joiner}*{word}(?:{joiner}+{word})*{joiner}*|{joiner}+"  # WB13a, WB13b
    pictured = f"(?:(?<=\u200d){picture}{more})*"  # WB3c
    newline = "[\\n\\r\\v\\f\\x85\u2028\u2029]"  # WB3a, WB3b: nothing extends these
    space = f"(?:{newline}|\\s(?!{extender}))*"
    other = f"(?:\\S|(?!{newline})\\s(?={extender})){more}"  # WB4, WB999
    return re.compile(
        f"((?:{joined}|{flag}(?:{flag})?|{picture}{more}|{other}){pictured}|)({space})"
    )
