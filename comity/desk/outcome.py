"""What comes of a submission: a receipt, refusals, or a conflict. What cannot be read raises Malformed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.core.refusal import Refusal


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The act stands: everything needed to prove, offline and for ever, what was said and when."""

    index: int
    leaf: str
    parts: tuple[str, ...]
    received: str
    kind: str
    checkpoint: str
    proof: str
    is_repeated: bool = False
    """True where the same submission stood already: this is its first receipt again."""

    def as_json(self) -> Mapping[str, Any]:
        """Return the receipt in the form that other programs rely on."""
        return {
            "index": self.index,
            "leaf": self.leaf,
            "parts": list(self.parts),
            "received": self.received,
            "kind": self.kind,
            "checkpoint": self.checkpoint,
            "proof": self.proof,
        }


@dataclass(frozen=True)
class Refused:
    """The act is out of order: every reason at once."""

    refusals: tuple[Refusal, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons, in order."""
        return tuple(refusal.code for refusal in self.refusals)


@dataclass(frozen=True)
class Conflict:
    """The same person used this nonce for something else."""

    nonce: str


Outcome = Receipt | Refused | Conflict


@dataclass(frozen=True)
class Stands:
    """An act of a batch stands; its receipt can be had by its index."""

    index: int
    kind: str
    is_repeated: bool = False


@dataclass(frozen=True)
class Undone:
    """One of several acts may not stand, and so none does."""

    place: int
    """Which one it was, counted from 0."""
    because: Refused | Conflict
