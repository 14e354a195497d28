"""From the files of a programme to the acts they describe, in the order of their times.

programmes/<name>/roles.toml      who acts: [roles.<name>] is offered to visitors, [others.<name>] is not
programmes/<name>/NN-<what>.toml  [[act]] after [[act]], with what they share at the head of the file

The head of a file may hold
[clock]      zone = "Atlantic/Reykjavik"; begins = "4 weeks before, Monday 09:00"; every = "2 minutes"
[defaults]   fields that each act of the file has unless it gives its own; an empty text takes one away

An act's own fields are those of its kind and of the envelope, and five that only the reader knows
by         a role of roles.toml; on_behalf_of is that role's party unless it is given
at         when the desk receives it (else `begins`, and `every` later for each act after)
label      a name by which another act of the files can mean this one
act        that name, in place of the act's number in the record
file_from  a file beside this one, to be lodged first; its blob becomes the field `file`

In a `cycle`, a moment in braces stands for its year: "Summer {13 weeks before, Monday}" is told as "Summer 2026".
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from programmes.moments import Standpoint, Unreadable, instant, is_moment, moment

HERE = Path(__file__).parent
PROGRAMMES = ("eastwest", "cables")
CIVIL_ZONE = "Atlantic/Reykjavik"
"""The zone in which the files tell the time where a file names none. Its clocks never change."""

DEADLINES = frozenset({"deadline", "acknowledge_by", "answer_by"})
DATES = frozenset(
    {
        "start",
        "opens",
        "closes",
        "end",
        "until",
        "since",
        "stated",
        "by_when",
        "on",
        "as_of",
        "met_on",
        "issued",
        "published",
        "effective",
        "attested_on",
        "baseline_on",
        "claimed_until",
    }
)
YEAR_OF = re.compile(r"\{([^{}]+)\}")
MEDIA_TYPES = {".txt": "text/plain", ".csv": "text/csv", ".pdf": "application/pdf"}


@dataclass(frozen=True, kw_only=True)
class Role:
    """Someone who acts in a programme: the person, the party they act for, and whether visitors may walk in as them."""

    person: str
    party: str
    is_offered: bool


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """A file that is lodged with the desk before the act that files it."""

    content: bytes
    media_type: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act of the script: who sends what, and when the desk receives it."""

    at: datetime
    person: str
    envelope: Mapping[str, Any]
    where: str
    """The file it stands in and its place there, for whoever must correct it."""
    enclosure: Enclosure | None = None
    label: str = ""


def steps(now: datetime, *, folder: Path = HERE) -> list[Step]:
    """Return every act of every programme in the order of their times: act number N of the record is the Nth."""
    known = roles(folder=folder)
    found: list[Step] = []
    for name in PROGRAMMES:
        for path in sorted((folder / name).glob("[0-9]*.toml")):
            found.extend(_file(path, now=now.replace(microsecond=0).astimezone(UTC), known=known))
    ordered = sorted(found, key=lambda step: step.at)
    numbers = {step.label: number for number, step in enumerate(ordered) if step.label}
    return [_numbered(step, numbers) for step in ordered]


def roles(*, folder: Path = HERE) -> dict[str, Role]:
    """Return everyone who acts, by the name of their role."""
    found: dict[str, Role] = {}
    for name in PROGRAMMES:
        given = tomllib.loads((folder / name / "roles.toml").read_text(encoding="utf-8"))
        for section, is_offered in (("roles", True), ("others", False)):
            for role, who in given.get(section, {}).items():
                if role in found:
                    raise Unreadable(f"{name}/roles.toml: the role {role!r} is given twice")
                found[role] = Role(person=who["person"], party=who["party"], is_offered=is_offered)
    return found


def _file(path: Path, *, now: datetime, known: Mapping[str, Role]) -> Iterator[Step]:
    """Yield the acts of one file; raise Unreadable where one stands before an earlier one."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    if strange := sorted(set(given) - {"clock", "defaults", "act"}):
        raise Unreadable(f"{path.name}: {strange[0]!r} is not known here")
    clock = given.get("clock", {})
    seen = Standpoint(now=now, zone=clock.get("zone", CIVIL_ZONE))
    times = _times(clock, seen)
    last = datetime.min.replace(tzinfo=UTC)
    for place, own in enumerate(given.get("act", []), start=1):
        where = (
            f"{path.parent.name}/{path.name}, act {place} ({own.get('id', own.get('label', ''))})"
        )
        try:
            step = _step(
                {**given.get("defaults", {}), **own},
                seen=seen,
                next_time=next(times),
                known=known,
                path=path,
            )
        except (KeyError, ValueError) as error:
            raise Unreadable(f"{where}: {error}") from error
        if step.at < last:
            raise Unreadable(f"{where}: is received before the act above it")
        if step.at > now:
            raise Unreadable(f"{where}: is received after the moment of loading")
        last = step.at
        yield Step(**{**vars(step), "where": where})


def _times(clock: Mapping[str, str], seen: Standpoint) -> Iterator[datetime | None]:
    """Yield the time that each act of a file has where it gives none."""
    if "begins" not in clock:
        while True:
            yield None
    at = instant(clock["begins"], seen)
    pause: timedelta = instant(f"in {clock['every']}", seen) - seen.now
    while True:
        yield at
        at += pause


def _step(
    given: Mapping[str, Any],
    *,
    seen: Standpoint,
    next_time: datetime | None,
    known: Mapping[str, Role],
    path: Path,
) -> Step:
    """Turn what stands in the file into an act."""
    fields = {name: value for name, value in given.items() if value != ""}
    at = instant(fields.pop("at"), seen) if "at" in fields else next_time
    if at is None:
        raise Unreadable("has no time")
    role = known[fields.pop("by")]
    enclosed = fields.pop("file_from", "")
    label = fields.pop("label", "")
    envelope = {"kind": fields.pop("kind"), "on_behalf_of": fields.pop("on_behalf_of", role.party)}
    envelope.update((name, _written(name, value, seen)) for name, value in fields.items())
    return Step(
        at=at,
        person=role.person,
        envelope=envelope,
        where="",
        enclosure=_enclosure(path.parent / enclosed) if enclosed else None,
        label=label,
    )


def _written(name: str, value: Any, seen: Standpoint) -> Any:
    """Write a moment as the envelope has it; leave every other value as it stands."""
    if name == "cycle":
        return YEAR_OF.sub(lambda found: str(moment(found[1], seen).year), value)
    if name in DEADLINES:
        civil = instant(value, seen).astimezone(seen.there)
        return f"{civil.isoformat()}[{seen.zone}]"
    if name in DATES and isinstance(value, str) and is_moment(value):
        found = moment(value, seen)
        if (
            value.startswith("in ")
            and value.endswith(("day", "days"))
            and isinstance(found, datetime)
        ):
            found = found.astimezone(seen.there).date()
        return (
            found.strftime("%Y-%m-%dT%H:%M:%SZ")
            if isinstance(found, datetime)
            else found.isoformat()
        )
    return value


def _enclosure(path: Path) -> Enclosure:
    return Enclosure(content=path.read_bytes(), media_type=MEDIA_TYPES[path.suffix])


def _numbered(step: Step, numbers: Mapping[str, int]) -> Step:
    """Put the number of the act that is meant in place of its label."""
    meant = step.envelope.get("act")
    if not isinstance(meant, str):
        return step
    if meant not in numbers:
        raise Unreadable(f"{step.where}: no act is labelled {meant!r}")
    return Step(**{**vars(step), "envelope": {**step.envelope, "act": numbers[meant]}})
