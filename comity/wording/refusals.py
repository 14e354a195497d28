"""Why an act is out of order, in words that help: what is the matter, and what can be done."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comity.core.errors import Broken
from comity.core.refusal import Refusal
from comity.core.when import When
from comity.wording.enums import AUDIENCES, WORDS, audience_name, name_of
from comity.wording.phrases import named
from comity.wording.refusal_words import NOT_FOUND, SAYS
from comity.wording.sentences import part_label
from comity.wording.things import NO_NAMES, Names
from comity.wording.times import civil, closing, date, duration

MISSING = "no-such-"
"""How the codes begin that say that a thing is not in the record."""


def says(refusal: Refusal, *, names: Names = NO_NAMES, kind: str = "shared") -> str:
    """Say one reason why an act (of this kind) is out of order; raise Broken for a code without words."""
    words = SAYS.get(refusal.code)
    if words is None and refusal.code.startswith(MISSING):
        words = NOT_FOUND
    if words is None:
        raise Broken(f"no wording for the refusal {refusal.code!r}")
    written = words[bool(refusal.facts)] if isinstance(words, tuple) else words
    facts = {key: _fact(key, value, names=names, kind=kind) for key, value in refusal.facts.items()}
    try:
        return str(written) % facts
    except KeyError as error:
        raise Broken(f"the refusal {refusal.code!r} lacks the fact {error}") from error


def codes_with_words() -> frozenset[str]:
    """Return every code that has words of its own."""
    return frozenset(SAYS)


def _fact(key: str, value: str | int, *, names: Names, kind: str) -> str:
    """Write one fact for a reader: a thing by its name, a part by its label, seconds as a time."""
    match key:
        case "seconds" | "late":
            return _seconds(int(value))
        case "begins" | "opens" | "above":
            return civil(datetime.fromisoformat(str(value)))
        case "ends" | "closes":
            return closing(datetime.fromisoformat(str(value)))
        case "until":
            return date(When(str(value)))
        case "body" if value:
            return named(f"body/{value}", names=names)
        case "part":
            return _("“%(label)s”") % {"label": part_label(kind, str(value))}
        case "audience" | "least" if value in AUDIENCES:
            return audience_name(str(value))
        case "allowed":
            return ", ".join(audience_name(each) for each in str(value).split(", "))
        case "power" | "status" | "mark" if str(value) in WORDS:
            return name_of(str(value))
    return str(value)


def _seconds(seconds: int) -> str:
    if seconds < 120:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    return duration(seconds // 60)
