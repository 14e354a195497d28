"""Votes as they are gathered from block after block."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Codes, Votes


@dataclass(frozen=True)
class Part:
    """Some votes: (votes,) by whom, on what, and which; people and statements by their number."""

    person: Codes
    statement: Codes
    vote: Votes


def part(cells: list[tuple[int, int, int]]) -> Part:
    """Return votes that were read one by one."""
    table = np.array(cells, dtype=np.int32).reshape(-1, 3)
    return Part(table[:, 0], table[:, 1], table[:, 2].astype(np.int8))


def joined(parts: Iterable[Part]) -> Part:
    """Return all of them as one."""
    held = [part([]), *parts]
    return Part(
        np.concatenate([each.person for each in held]),
        np.concatenate([each.statement for each in held]),
        np.concatenate([each.vote for each in held]),
    )
