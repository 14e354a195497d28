"""What one cell says, in words: the number, date, word or truth that a spreadsheet would show without its finery."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from comity.core.errors import Malformed
from comity.sheets.xlsx.dates import day_of

TRUTH = {"1": "true", "0": "false", "true": "true", "false": "false"}


@dataclass(frozen=True)
class Told:
    """A cell as it is written: its kind, its style, its value, and whether a formula stands behind it."""

    at: str
    kind: str
    style: str
    value: str | None
    has_formula: bool


@dataclass(frozen=True)
class Reader:
    """What is needed to read the cells of a workbook."""

    shared: Sequence[str]
    dated: Sequence[bool]
    is_1904: bool

    def words(self, cell: Told) -> str:
        """Return what a cell says; raise Malformed where that is nothing one can take."""
        # A formula may come to no words at all, and is then written as words (`str`).
        if cell.has_formula and not cell.value and cell.kind != "str":
            found = f"a formula in {cell.at} that was never computed"
            raise Malformed(
                "list", expected="a value; open and save it in a spreadsheet", found=found
            )
        if not cell.value:
            return ""
        match cell.kind:
            case "s":
                return self._shared(cell)
            case "e":
                raise Malformed("list", expected="a value", found=f"{cell.value} in {cell.at}"[:80])
            case "b":
                return TRUTH.get(cell.value.strip(), cell.value)
            case "n" | "":
                return self._number(cell)
        return cell.value.removesuffix("T00:00:00") if cell.kind == "d" else cell.value

    def _shared(self, cell: Told) -> str:
        value = str(cell.value).strip()
        if not value.isascii() or not value.isdigit() or int(value[:9]) >= len(self.shared):
            raise Malformed(
                "list", expected="words that the workbook shares", found=f"none for {cell.at}"
            )
        return self.shared[int(value)]

    def _number(self, cell: Told) -> str:
        try:
            number = Decimal(str(cell.value).strip())
        except InvalidOperation:
            found = f"{cell.value!r} in {cell.at}"[:80]
            raise Malformed("list", expected="a number", found=found) from None
        if not number.is_finite() or number.adjusted() > 20:
            raise Malformed("list", expected="a number", found=f"{cell.value} in {cell.at}"[:80])
        if self._is_dated(cell):
            return day_of(float(number), is_1904=self.is_1904)
        # A double has 15 digits that mean something; the 17th is how 0.1 becomes 0.10000000000000001.
        plain = f"{number:.15g}" if number != number.to_integral_value() else f"{number:f}"
        return f"{Decimal(plain):f}".rstrip("0").rstrip(".") if "." in plain else plain

    def _is_dated(self, cell: Told) -> bool:
        style = cell.style
        place = int(style[:6]) if style.isascii() and style.isdigit() else 0
        return place < len(self.dated) and self.dated[place]


def told(said: Mapping[str, str], *, at: str, value: str | None, has_formula: bool) -> Told:
    """Return a cell of what its element says."""
    return Told(at, said.get("t", ""), said.get("s", ""), value, has_formula)
