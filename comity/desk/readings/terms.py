"""What is this group for, by whose word and until when; and what did its terms say before?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.party import Body
from comity.core.terms_of_reference import TermsOfReference
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, began
from comity.desk.seen import Offer, Seen

GIVING = "parties.give-terms-of-reference/1"
BODIES = ("body", "given_by", "reports_to", "changed_by")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The version that stands on a day."""

    row: Seen[TermsOfReference]
    bodies: Mapping[str, Seen[Body]]
    """The bodies that it names, by the field that names them, as far as they may be seen."""
    is_over: bool
    """True where it had run out by then."""
    earlier: int
    """How many versions came before it."""


@dataclass(frozen=True, kw_only=True)
class TermsPage:
    """One version, what it changed, and all the others."""

    terms: Standing
    before: Seen[TermsOfReference] | None
    """The version whose place it took."""
    versions: Sequence[Seen[TermsOfReference]]
    """Newest first."""
    comes_from: Sequence[Seen[Any]]
    scope: str
    offers: Sequence[Offer] = ()


def terms(look: Look, *, id: str) -> TermsPage | None:  # noqa: A002
    """Read one version of a body's terms of reference."""
    found = look.find(TermsOfReference, id)
    if found is None:
        return None
    versions = _versions(look, str(found["body"]))
    known = {each.id: each for each in versions}
    place = next(place for place, each in enumerate(versions) if each.id == found.id)
    shown = _standing(look, versions[: place + 1], at=look.now)
    latest = None if found["superseded_by"] else shown
    return TermsPage(
        terms=shown,
        before=known.get(str(found["supersedes"])),
        versions=versions[::-1],
        comes_from=look.follows_from(found.thing),
        scope=found.scope,
        offers=look.offers([(GIVING, giving(str(found["body"]), latest))]) if latest else (),
    )


def standing_on(look: Look, *, body: str, day: AsOf) -> Standing | None:
    """Return the version under which a body worked at the end of a day; None where none is known."""
    versions = day.known(_versions(look, body), "on")
    return _standing(look, versions, at=min(look.now, day.end)) if versions else None


def giving(body: str, latest: Standing | None) -> Mapping[str, Any]:
    """Return what an act that gives the next version names already: whose it is, and what it takes the place of."""
    if latest is None:
        return {"body": body}
    row = latest.row
    named = {
        "given_by": row.value("changed_by") or row.value("given_by"),
        "reports_to": row.value("reports_to"),
        "changed_by": row.value("changed_by"),
    }
    kept = {name: value for name, value in named.items() if value}
    return {"body": body, "supersedes": row.id, **kept}


def _versions(look: Look, body: str) -> list[Seen[TermsOfReference]]:
    found = look.all(TermsOfReference, body=body)
    return sorted(found, key=lambda each: (began(each, "on"), each.act))


def _standing(look: Look, versions: Sequence[Seen[TermsOfReference]], *, at: datetime) -> Standing:
    row = versions[-1]
    named = {name: str(row[name]) for name in BODIES if row[name]}
    known = look.many(Body, named.values())
    until = row.value("until")
    return Standing(
        row=row,
        bodies={name: known[each] for name, each in named.items() if each in known},
        is_over=until is not None and until.end <= at,
        earlier=len(versions) - 1,
    )
