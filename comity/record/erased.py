"""The second look at a log in which something was erased: nothing of it may still be there.

A copy taken before an erasure stays valid; it does not know of it. Whoever shows the log at a
size that includes the act of erasure shows none of what it names.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.record.bundle import ENTRIES_BYTES
from comity.record.errors import Fault, Faulted, Malformed
from comity.record.findings import Task
from comity.record.leaf import read_leaf
from comity.record.part import digest_of
from comity.record.source import Source
from comity.record.statement import read_statement
from comity.record.tiles import WIDTH, entries_path, parts_path, split_entries
from comity.record.visible import LINE_BYTES, read_line


@dataclass(frozen=True)
class Erasures:
    """Looks through bundles that have been examined already; it can be sent to other processes."""

    source: Source
    digests: frozenset[str]

    def __call__(self, task: Task) -> int | Fault:
        """Return how many erased digests a bundle holds, or where an erased part is still shown."""
        try:
            return self._count(task)
        except Malformed as error:
            return Fault(None, error.code, error.expected, error.found)
        except Faulted as error:
            return error.fault

    def _count(self, task: Task) -> int | Fault:
        for place, line in enumerate(self._lines(task)):
            for raw in read_line(line):
                digest = digest_of(raw.decode("latin-1"))
                if digest in self.digests:
                    index = task.n * WIDTH + place
                    return Fault(index, "erased-but-present", f"no part {digest}", "that part")
        path = entries_path(task.n, width=task.width)
        data = self.source.read(path, limit=ENTRIES_BYTES) or b""
        return sum(
            len(self.digests.intersection(read_statement(read_leaf(leaf).statement).digests))
            for leaf in split_entries(data, width=task.width)
        )

    def _lines(self, task: Task) -> list[bytes]:
        path = parts_path(task.n, width=task.width)
        return list(self.source.lines(path, limit=LINE_BYTES) or ())
