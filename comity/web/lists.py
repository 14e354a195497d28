"""The lists that can be taken away."""

from typing import Any

from comity.desk.seen import Seen
from comity.web.taken import Taken, Told


def _named(many: str, of: str) -> Told:
    """Return the name of the party or person whose id stands in a field."""

    def told(row: Seen[Any], page: Any) -> Any:
        key = row.value(of)
        found = getattr(page, many).get(key) if key else None
        return row[of] if found is None else found["name"]

    return told


def _absence(row: Seen[Any], page: Any) -> Any:
    absence = page.beside.absences.get(row.id)
    return absence["because"] if absence else None


def _follower(row: Seen[Any], page: Any) -> Any:
    found = [each["successor"] for each in page.beside.successions.get(row.id, ())]
    return found[-1] if found else None


def _before(row: Seen[Any], page: Any) -> Any:
    told = page.beside.successions.get(row.id, ())
    return [f"{each['before']} (until {each['on']})" for each in told if each["name"]]


def _rows(page: Any) -> Any:
    return page.rows


PARTIES = Taken(
    name="parties",
    rows=lambda page: [
        each
        for groups in (page.taking_part, page.named, page.practising)
        for group in groups
        for each in group.parties
    ],
    fields=("name", "form", "standing", "country", "zone", "about"),
    also={"absent": _absence, "followed_by": _follower, "called_before": _before},
)
SUPPORT = Taken(
    name="supporters-and-partners",
    rows=lambda page: [*page.supporters, *page.partners],
    fields=("party", "as_what", "since", "words"),
    also={"party_name": _named("parties", "party")},
)
BODIES = Taken(
    name="groups",
    rows=lambda page: [*page.commissions, *page.groups, *page.practised],
    fields=("name", "form", "attribution", "zone", "work_area", "about", "note"),
)
SEATS = Taken(
    name="seats",
    rows=lambda page: page.seats,
    fields=("body", "role", "title", "person", "party", "start", "end", "ended", "attested_on"),
    also={"person_name": _named("people", "person"), "party_name": _named("parties", "party")},
    goes_on="seats",
)
NORMS = Taken(
    name="norms",
    rows=lambda page: [
        *(norm for instrument in page.instruments for norm in instrument.norms),
        *page.practised,
    ],
    fields=(
        "instrument",
        "instrument_title",
        "number",
        "title",
        "summary",
        "addressees",
        "text_at",
        "text_seen",
        "body",
    ),
)
MEETINGS = Taken(
    name="meetings",
    rows=lambda page: [*page.summits, *page.others, *page.practised],
    fields=(
        "name",
        "form",
        "number",
        "start",
        "end",
        "zone",
        "place",
        "body",
        "attribution",
        "participants",
        "countries",
        "note",
    ),
)
REPORTS = Taken(
    name="reports",
    rows=lambda page: page.reports,
    fields=("title", "published", "body", "publishers", "authors", "languages", "about"),
)
ENDORSEMENTS = Taken(
    name="endorsements",
    rows=lambda page: [*page.real.endorsements, *page.practised.endorsements],
    fields=("of", "party", "extent", "words", "on"),
    also={"party_name": _named("parties", "party")},
)
COMMITMENTS = Taken(
    name="commitments",
    rows=_rows,
    fields=("on", "party", "does", "by_when", "measure"),
    also={"party_name": _named("parties", "party")},
)
EVIDENCE = Taken(
    name="evidence",
    rows=_rows,
    fields=("of", "party", "words", "confidence", "on", "link"),
    also={"party_name": _named("parties", "party")},
)
ADVOCACY = Taken(
    name="advocacy",
    rows=_rows,
    fields=("carries", "target", "party", "outcome", "met_on", "words"),
    also={"party_name": _named("parties", "party")},
)
CALLS = Taken(
    name="calls",
    rows=_rows,
    fields=("title", "issued", "body", "place", "norms", "summary"),
)
RECOMMENDATIONS = Taken(
    name="recommendations",
    rows=_rows,
    fields=("report", "number", "who", "should", "body"),
)
CLAIMS = Taken(name="claims", rows=_rows, fields=("about", "says", "stands_in", "as_of"))
WORK = Taken(
    name="work-areas",
    rows=lambda page: [*page.areas, *page.practised],
    fields=("title", "period", "status", "about", "objectives"),
    goes_on="areas",
)
