"""As what else a file could be read: offered to a person with the words it would give, and never chosen for them."""

from dataclasses import dataclass

from comity.core.errors import Malformed

KNOWN = ("utf-16-le", "utf-16-be", "cp1252", "cp1250", "cp1251", "cp1256", "mac-roman")
"""What spreadsheets write where they do not write UTF-8: of Windows in the West, the East, Cyrillic and Arabic."""
WIDE = ("utf-16-le", "utf-16-be")
AROUND = 30
"""How many letters are shown on either side of the first that cannot be read, on its line."""


@dataclass(frozen=True)
class Offer:
    """An encoding that a file could have, and what stands in it then where the other could not be read."""

    encoding: str
    words: str


class Misread(Malformed):
    """It is no text in this encoding; in which others it could be, with what it would say there."""

    def __init__(self, name: str, *, found: str, offers: tuple[Offer, ...]) -> None:
        self.offers = offers
        super().__init__("list", expected=f"text in {name}", found=found)


def offers(content: bytes, *, at: int) -> tuple[Offer, ...]:
    """Return how the words around a byte would read in each encoding in which the whole can be read."""
    is_wide = content[:400].count(b"\0") > len(content[:400]) // 4
    found = (_read(content, name, at) for name in KNOWN if (name in WIDE) == is_wide)
    return tuple(each for each in found if each is not None)


def _read(content: bytes, name: str, at: int) -> Offer | None:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    # Of one byte a letter each, of two two: where the words stand does not depend on what they are.
    place = at // 2 if name in WIDE else at
    first = text.rfind("\n", 0, place) + 1
    line = text[max(first, place - AROUND) : place + AROUND].partition("\n")[0]
    return Offer(name, line.strip())
