"""The machine-readable lines of passports and other travel documents (ICAO Doc 9303), so that none enters the record.

    P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<            who
    L898902C36UTO7408122F1204159ZE184226B<<<<<10            number, state, birth, sex, expiry, each with its check digit
    7408122F1204159UTO<<<<<<<<<<<6                          birth, sex, expiry, state: on cards

A number alone cannot be told from a symbol or a telephone number, and is not looked for.
"""

import re

WEIGHTS = (7, 3, 1)
NAMES = re.compile(r"[PIACV][A-Z<][A-Z<]{3}[A-Z]+(?:<[A-Z]+)*<<[A-Z<]{8,}")
NUMBER = re.compile(r"(?=([A-Z0-9<]{9})([0-9<])[A-Z<]{3}([0-9]{6})([0-9])[MFX<]([0-9]{6})([0-9]))")
CARD = re.compile(r"(?=([0-9]{6})([0-9])[MFX<]([0-9]{6})([0-9])[A-Z<]{3}[A-Z0-9<]{8})")
CORE = re.compile(r"[0-9]{7}[MFX<][0-9]{7}")
"""Birth, sex and expiry, each date with its check digit: in both shapes, and hardly anywhere else."""
BLANK = re.compile(r"[ \t\u00a0]+")


def holds_travel_document(words: str) -> bool:
    """Tell whether the lines of a travel document stand somewhere in these words, however they are spaced."""
    for line in words.splitlines():
        plain = BLANK.sub("", line)
        if "<<" in plain and NAMES.search(plain):
            return True
        if CORE.search(plain) and any(
            _checks(found.groups()) for each in (NUMBER, CARD) for found in each.finditer(plain)
        ):
            return True
    return False


def _checks(pieces: tuple[str, ...]) -> bool:
    """Tell whether each second piece is the check digit of the one before it."""
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return all(digit == _digit(field) for field, digit in pairs)


def _digit(field: str) -> str:
    """Return the check digit of a field: its signs weighed 7, 3, 1, 7 …, modulo ten."""
    values = (0 if sign == "<" else int(sign, 36) for sign in field)
    total = sum(value * WEIGHTS[place % 3] for place, value in enumerate(values))
    return str(total % 10)
