"""A report as it was issued: draft, first, revised, translated or corrected; each of them can still be read."""

from dataclasses import dataclass
from enum import StrEnum

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.when import When


class EditionForm(StrEnum):
    """As what an edition is issued."""

    DRAFT = "draft-for-comment"
    FIRST = "first-edition"
    REVISED = "revised-edition"
    TRANSLATION = "translated-edition"
    CORRECTED = "corrected-edition"


@entity("edition", indexes=("report",), under="report")
@dataclass(frozen=True, kw_only=True)
class Edition(Entity):
    """One edition of a report. Whoever followed from it goes on following from it, whatever comes after."""

    report: str
    form: EditionForm
    published: When
    language: str = "en"
    symbol: str = ""
    title: str = ""
    """Where it is called otherwise than the report, as in another language."""
    paper: str = ""
    changes_made: Free = ""
    """What is otherwise in it than in the one that it follows."""
    of: str = ""
    """The edition that it revises, corrects or translates."""
    superseded_by: str = ""
