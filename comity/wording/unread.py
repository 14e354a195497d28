"""What cannot be read, in words for whoever typed it: what was expected, said so that it can be done.

The border says it in the program's own terms (`expected one of a, b, found 'c'`), which programs are given as they are.
"""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from comity.wording.enums import WORDS, name_of

Told = Callable[[re.Match[str]], str]


def _one_of(found: re.Match[str]) -> str:
    known = [each.strip() for each in found[1].split(",")]
    words = [name_of(each) if each in WORDS else each for each in known]
    return _("Choose one of these: %(choices)s.") % {"choices": ", ".join(words)}


def _plain(words: Callable[[], str]) -> Told:
    return lambda _found: words()


EXPECTED: tuple[tuple[re.Pattern[str], Told], ...] = (
    (
        re.compile(r"at most (\d+) characters"),
        lambda found: _("This is too long: at most %(most)s characters.") % {"most": found[1]},
    ),
    (
        re.compile(r"at most (\d+) MB"),
        lambda found: _("This file is too large: at most %(most)s MB.") % {"most": found[1]},
    ),
    (
        re.compile(r"(\d+) to (\d+) entries"),
        lambda found: (
            _("Name at least %(least)s and at most %(most)s.")
            % {"least": found[1], "most": found[2]}
        ),
    ),
    (
        re.compile(r"(\d+) to (\d+)"),
        lambda found: (
            _("Give a number from %(least)s to %(most)s.") % {"least": found[1], "most": found[2]}
        ),
    ),
    (re.compile(r"one of (.+)"), _one_of),
    (re.compile(r"a whole number"), _plain(lambda: _("Give a whole number, in figures."))),
    (re.compile(r"one line|a line of words"), _plain(lambda: _("Write it in one line."))),
    (
        re.compile(r"no control characters"),
        _plain(
            lambda: _("It holds a sign that cannot be seen. Type it anew instead of pasting it.")
        ),
    ),
    (
        re.compile(r"lower-case letters, digits and hyphens.*|an id"),
        _plain(lambda: _("Use small letters, digits and hyphens, at most 40.")),
    ),
    (
        re.compile(r"a day and a time|a deadline"),
        _plain(lambda: _("Give a day and a time, as in 2026-11-27 18:00.")),
    ),
    (
        re.compile(r"a time of day"),
        _plain(lambda: _("Give a time of day from 00:00 to 23:59, as in 09:30.")),
    ),
    (
        re.compile(r"a time of the venue, without an offset"),
        _plain(lambda: _("Give the time on the clock of the venue, without its distance to UTC.")),
    ),
    (
        re.compile(r"a time that exists there"),
        _plain(lambda: _("The clocks skip this time there. Choose another.")),
    ),
    (
        re.compile(r"a day or an hour"),
        _plain(
            lambda: _(
                "Give a date as in 2026-11-24, or a month or a year alone; with the hour there, if it has one: "
                "2026-11-24 09:30."
            )
        ),
    ),
    (
        re.compile(r"a date.*|2017, .*"),
        _plain(lambda: _("Give a date as in 2026-11-24; a month or a year alone will do.")),
    ),
    (
        re.compile(r"a (?:time )?zone.*"),
        _plain(lambda: _("Give a time zone by its name, as in Europe/Brussels.")),
    ),
    (
        re.compile(r"an address(?: such as name@host)?"),
        _plain(lambda: _("Give an address for letters, as in secretariat@programme.example.")),
    ),
    (
        re.compile(r"https://programme.example, .*"),
        _plain(
            lambda: _(
                "Give an address on the web, as in https://programme.example; to try it on this machine,"
                " http://localhost:8000."
            )
        ),
    ),
    (
        re.compile(r".*/id(?: or .*)?"),
        _plain(
            lambda: _(
                "Name a thing in the record, as in text/annex: the end of its page’s address."
            )
        ),
    ),
    (re.compile(r"a value|an answer"), _plain(lambda: _("Nothing is said here yet."))),
    (
        re.compile(r"the file as it was kept"),
        _plain(lambda: _("The file that was chosen is no longer here. Choose it again.")),
    ),
    (re.compile(r"words"), _plain(lambda: _("Write it in words."))),
)
"""What the border expects, as a whole, and how a person is told."""


QUOTED = re.compile(r"['\"](.*?)['\"]?|(U\+[0-9A-F]+)", re.DOTALL)
COUNTED = re.compile(r"at most \d+ (?:characters|MB)|\d+ to \d+ entries")


def unread(error: Any) -> str:
    """Say what is the matter with what was typed or chosen: what was expected, and what was found."""
    expected = str(error.expected)
    for pattern, told in EXPECTED:
        if found := pattern.fullmatch(expected):
            return told(found) + _found(error)
    words = _("This cannot be read: expected %(expected)s, found %(found)s.")
    return words % {"expected": error.expected, "found": error.found}


def _found(error: Any) -> str:
    """Say what was found, where that is more than that it was nothing or of another kind."""
    found = str(error.found)
    if COUNTED.fullmatch(str(error.expected)) or found.removeprefix("-").isdecimal():
        return " " + _("Found: %(found)s.") % {"found": found}
    if quoted := QUOTED.fullmatch(found):
        words = quoted[1] if quoted[1] is not None else quoted[2]
        return " " + _("Found: “%(found)s”.") % {"found": words}
    return ""
