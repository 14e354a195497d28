"""What cannot be read of several things, gathered so that it is told at once.

unread = Unread()
for name, shape in shapes.items():
    with unread:
        read[name] = shape.read(given[name], name)
unread.tell()
"""

from types import TracebackType

from comity.core.errors import Malformed

MOST = 100
"""So many are told; a list of thousands that is wrong in each place is wrong in one way."""


class Unread:
    """Reads on after what cannot be read, and remembers it; of one field the first reason counts."""

    def __init__(self) -> None:
        self._found: dict[str, Malformed] = {}
        self._is_cut = False

    def __bool__(self) -> bool:
        return bool(self._found)

    def __contains__(self, what: object) -> bool:
        return what in self._found

    def __enter__(self) -> "Unread":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Malformed):
            return False
        self.note(error)
        return True

    @property
    def is_full(self) -> bool:
        """True where there is no need to read on."""
        return len(self._found) >= MOST

    def note(self, error: Malformed) -> None:
        """Remember what an error tells of fields that none was told of before."""
        self._is_cut = self._is_cut or error.is_cut
        for each in error.each:
            if self.is_full:
                self._is_cut = True
                return
            self._found.setdefault(each.what, each)

    def stop(self) -> None:
        """Say that the rest was not looked at."""
        self._is_cut = True

    def tell(self) -> None:
        """Raise one Malformed with all of it; nothing, where everything could be read."""
        if not self._found:
            return
        first, *others = self._found.values()
        first.also, first.is_cut = tuple(others), self._is_cut
        raise first
