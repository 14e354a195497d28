"""Whether two names may be one: a question put to a person, never an answer."""

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"\([^()]*\)")
_WITHIN = re.compile(r"[.'’]")
LOOKED_UP = 200
_LEGAL = re.compile(
    "ab|ag|as|bv|co|company|corp|corporation|gmbh|inc|kg|limited|llc|ltd|nv|oy|plc|pty"
    "|sa|sarl|sas|sl|spa|srl|sro|the"
)
"""Words that say under which law a company stands, not which company it is."""


def plain(name: str) -> str:
    """Return a name in small letters with single spaces: what two people who type it alike agree on."""
    return " ".join(_BETWEEN.sub(" ", unicodedata.normalize("NFC", name).casefold()).split())


def squeezed(name: str) -> str:
    """Return only the letters and figures of a name, without accents: `Déjà Vu` and `deja_vu` are one."""
    parted = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in parted if each.isalnum())


def alike(name: str) -> str:
    """Return what a name shares with other ways to write it: without what stands aside, and without its legal form."""
    outside = _WITHIN.sub("", _ASIDE.sub(" ", name))
    words = [squeezed(word) for word in _BETWEEN.split(outside)]
    told = [word for word in words if word and not _LEGAL.fullmatch(word)]
    return "".join(told) or squeezed(name)


def likeness(name: str) -> str:
    """Return the beginning of what a name shares with those like it: short enough to be looked up by."""
    return alike(name)[:LOOKED_UP]


def slug(name: str, *, length: int) -> str:
    """Return a name in `[a-z0-9-]`, whole words only; empty where it has no such letters."""
    parted = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(each for each in parted if not unicodedata.combining(each))
    words = [word for word in re.split(r"[^a-z0-9]+", bare) if word]
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > length:
            break
        kept = longer
    return kept
