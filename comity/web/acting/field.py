"""One field of a form, as a person fills it in."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.web.acting.kept import Kept

SIDE_BY_SIDE = 3


@dataclass(frozen=True)
class Option:
    """One of several choices."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Said:
    """A reason why it is out of order, in words."""

    field: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One place in a row of a small record: a line to type, or a list to choose from."""

    name: str
    head: str
    label: str
    value: str = ""
    input: str = "text"
    options: Sequence[Option] = ()

    @property
    def column(self) -> str:
        """Which field of the small record it is."""
        return self.name.partition(":")[2]


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field as a person fills it in."""

    name: str
    form: str
    """words, line, choice, several, select, flag, file, rows."""
    label: str
    hint: str = ""
    value: str = ""
    input: str = "text"
    rows: int = 4
    is_required: bool = False
    options: Sequence[Option] = ()
    refusals: Sequence[Said] = ()
    table: Sequence[Sequence[Cell]] = ()
    """Of a field that holds small records: its rows; there is always one."""
    kept: Kept | None = None
    """The file that was chosen before, and waits."""
    reads: str = ""
    """Of a field that can be filled from a file: which files those are, `.docx,.md,.txt`."""

    @property
    def is_unchosen(self) -> bool:
        """True where one of several must be chosen and none is: the first in the alphabet is nobody's choice."""
        is_chosen = any(option.is_chosen for option in self.options)
        return self.is_required and len(self.options) > 1 and not is_chosen

    @property
    def is_wide(self) -> bool:
        """True where its records have more fields than stand side by side on a telephone."""
        return any(len(row) > SIDE_BY_SIDE for row in self.table)

    @property
    def described_by(self) -> str:
        """What a reader's software reads out with the field."""
        return " ".join(
            [
                *([f"h-{self.name}"] if self.hint else []),
                *([f"k-{self.name}"] if self.kept else []),
                *([f"r-{self.name}"] if self.refusals else []),
            ]
        )


@dataclass(frozen=True, kw_only=True)
class InSummary:
    """One line of what is not in order, above a form: the field that it leads to, and what is the matter there."""

    field: str
    label: str
    says: str


def in_summary(said: Sequence[Said], fields: Sequence[Field]) -> list[InSummary]:
    """Say each reason with the name of its field; of what the form does not ask, without."""
    labels = {each.name: each.label for each in fields}
    return [
        InSummary(field=each.field, label=labels.get(each.field, ""), says=each.says)
        for each in said
    ]
