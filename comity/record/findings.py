"""What the examination of one bundle of leaves has to tell: small, whatever the bundle holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from comity.record.blob import Blob
from comity.record.keyring import Registered, Revoked, Signed


class Task(NamedTuple):
    """One bundle to examine, and what the manifest says of its two files, if there is one."""

    n: int
    width: int
    host_keys: Mapping[str, bytes]
    entries: bytes | None = None
    parts: bytes | None = None


@dataclass(slots=True)
class Attested:
    """A run of leaves that one host key signed, growing while it lasts."""

    public: bytes
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a leaf states: its hour, or its exact instant where that is visible."""

    index: int
    text: str


@dataclass
class Findings:
    """A bundle that holds together, and what of it concerns the bundles before and after."""

    leaves: int = 0
    open: int = 0
    sealed: int = 0
    signatures_sealed: int = 0
    hours: list[Moment] = field(default_factory=list)
    instants: list[Moment] = field(default_factory=list)
    attested: list[Attested] = field(default_factory=list)
    keys: list[Registered | Revoked | Signed] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    blobs: dict[Blob, int] = field(default_factory=dict)


def in_order(moments: list[Moment], moment: Moment) -> bool:
    """Keep the first and the latest of some moments; say whether the new one is not earlier."""
    if moments and moment.text < moments[-1].text:
        return False
    moments[1:] = [moment]
    if len(moments) == 1:
        moments.append(moment)
    return True
