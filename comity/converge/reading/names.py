"""Identifiers as they come, each given the next number."""

import numpy as np

from comity.converge.arrays import Codes
from comity.converge.reading.cut import Cut, packed, unpacked, words


class Names:
    """Who or what has been met so far, in the order of meeting."""

    def __init__(self) -> None:
        self._code: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._code)

    def __contains__(self, name: object) -> bool:
        return name in self._code

    def code(self, name: str) -> int:
        """Return its number, a new one if it has not been met."""
        return self._code.setdefault(name, len(self._code))

    def codes(self, table: Cut, column: int) -> Codes:
        """Return (lines,) the numbers of a column's fields."""
        found = packed(table, column)
        if found is None:
            return np.array([self.code(name) for name in words(table, column)], dtype=np.int32)
        different, which = np.unique(found, return_inverse=True)
        known = np.array([self.code(unpacked(each)) for each in different.tolist()], dtype=np.int32)
        return known[which]

    def all(self) -> list[str]:
        """Return every name by its number."""
        return list(self._code)
