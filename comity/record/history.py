"""What holds between bundles: time never runs back, and every key was whose it was, when it signed."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.record.blob import Blob
from comity.record.errors import Faulted
from comity.record.findings import Findings, Moment, in_order
from comity.record.keyring import Keyring, Registered, Revoked
from comity.record.keys import kid_of


@dataclass
class History:
    """A log as far as it has been examined; bundles are told to it in their order."""

    keyring: Keyring
    leaves: int = 0
    open: int = 0
    sealed: int = 0
    signatures_checked: int = 0
    signatures_sealed: int = 0
    erased: set[str] = field(default_factory=set)
    blobs: dict[Blob, int] = field(default_factory=dict)
    hours: list[Moment] = field(default_factory=list)
    instants: list[Moment] = field(default_factory=list)

    def take(self, found: Findings) -> None:
        """Add a bundle, or raise ``Faulted`` where it does not continue the bundles before."""
        self.leaves += found.leaves
        self.open += found.open
        self.sealed += found.sealed
        self.signatures_sealed += found.signatures_sealed
        self.erased.update(found.erased)
        for blob, index in found.blobs.items():
            self.blobs.setdefault(blob, index)
        self._times(found)
        self._keys(found)
        self._hosts(found)

    def _times(self, found: Findings) -> None:
        for fault, mine, theirs in (
            ("hour-order", self.hours, found.hours),
            ("received-order", self.instants, found.instants),
        ):
            for moment in theirs:
                if not in_order(mine, moment):
                    raise Faulted(
                        fault,
                        expected=f"no time before {mine[-1].text}",
                        found=moment.text,
                        index=moment.index,
                    )

    def _keys(self, found: Findings) -> None:
        for event in found.keys:
            match event:
                case Registered():
                    self.keyring.register(event)
                case Revoked():
                    self.keyring.revoke(event)
                case _ if self.keyring.knows(event):
                    self.signatures_checked += 1
                case _:
                    self.signatures_sealed += 1

    def _hosts(self, found: Findings) -> None:
        for run in found.attested:
            for index in (run.first, run.last):
                if not self.keyring.is_host(run.public, index=index):
                    raise Faulted(
                        "host-key",
                        expected="a key that was the host's at that leaf",
                        found=kid_of(run.public),
                        index=index,
                    )
