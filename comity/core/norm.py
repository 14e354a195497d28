"""What was put forward: calls, reports, norms and recommendations."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When


@entity("call", indexes=("body",), under="body", called="title")
@dataclass(frozen=True, kw_only=True)
class Call(Entity):
    """A short public appeal for one norm or a package of them."""

    title: str
    issued: When
    body: str = ""
    place: str = ""
    norms: tuple[str, ...] = ()
    summary: Free = ""
    exercise: str = ""


@entity("report", indexes=("body",), under="body", called="title")
@dataclass(frozen=True, kw_only=True)
class Report(Entity):
    """A published report."""

    title: str
    published: When
    body: str = ""
    publishers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    recommendation_count: int | None = None
    about: Free = ""
    exercise: str = ""


@entity("norm", indexes=("instrument",), under="body", called="title")
@dataclass(frozen=True, kw_only=True)
class Norm(Entity):
    """A voluntary, non-binding statement of expected behaviour; `summary` is never the agreed text."""

    instrument: str
    instrument_title: str
    number: str
    title: str
    place: int = 0
    summary: Free = ""
    addressees: tuple[str, ...] = ()
    text_at: tuple[str, ...] = ()
    text_seen: str = ""
    body: str = ""
    exercise: str = ""


@entity("package", indexes=("body",), under="body", called="title")
@dataclass(frozen=True, kw_only=True)
class Package(Entity):
    """Norms that are meant to be read, and backed, together."""

    title: str
    norms: tuple[str, ...]
    words: Free = ""
    body: str = ""
    exercise: str = ""


@entity("relation", indexes=("norm", "other"), under="norm")
@dataclass(frozen=True, kw_only=True)
class Relation(Entity):
    """How one norm stands to another, and whose analysis that is."""

    norm: str
    other: str
    relation: str
    analysis_of: str


@entity(
    "recommendation", indexes=("report", "body"), under="body", called="should", apart=("report",)
)
@dataclass(frozen=True, kw_only=True)
class Recommendation(Entity):
    """A clear statement of who should do what."""

    who: str
    should: Free
    number: int = 0
    report: str = ""
    body: str = ""
    problem: Free = ""
    commitments: Free = ""
    alternatives: Free = ""
    next_steps: Free = ""
    measures: Free = ""
    exercise: str = ""
    party: Annotated[str, SeenWith("on_behalf_of")] = ""
