"""What somebody kept from earlier, held against the record that they are shown now.

A record that verifies is whole in itself, and a host could still show two of them to two people, or another one
tomorrow. Who kept a checkpoint can tell: the record must have had that root at that size. A receipt has a checkpoint in
it, and names an act that must stand where it stood.

    checkpoint   the signed note of three lines, as the log served it
    receipt      the JSON object that came back when an act was done
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from comity.record import b64
from comity.record.checkpoint import Checkpoint, open_checkpoint
from comity.record.errors import Faulted, Malformed
from comity.record.keyring import Keyring
from comity.record.leaf import read_leaf
from comity.record.note import Verifier
from comity.record.receipt import verify_receipt

KEPT_BYTES = 64 << 20
"""Longer than any receipt: 32 MB of words, escaped."""


@dataclass(frozen=True, slots=True)
class Keepsake:
    """A file that was kept, and what its keeper calls it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A keepsake that agrees with the record: where it stands in it."""

    name: str
    size: int
    index: int | None = None
    kind: str | None = None
    at: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as other programs read it."""
        told = {"file": self.name, "what": "checkpoint", "size": self.size}
        if self.index is None:
            return told
        return told | {"what": "receipt", "index": self.index, "kind": self.kind, "at": self.at}


@dataclass(frozen=True)
class Shown:
    """The record that is shown now, verified, as far as a keepsake asks it."""

    log: Verifier
    host_name: str
    keyring: Keyring
    checkpoint: Checkpoint
    root_at: Callable[[int], bytes]

    def agrees(self, keepsake: Keepsake) -> Kept:
        """Say where a keepsake stands, or raise ``Faulted`` where the record is another than it was."""
        try:
            if keepsake.data.lstrip()[:1] == b"{":
                return self._receipt(keepsake)
            checkpoint = open_checkpoint(keepsake.data, verifier=self.log)
        except Malformed as error:
            found = f"{keepsake.name}: {error.found}"
            raise Faulted(error.code, expected=error.expected, found=found) from error
        self._held(checkpoint, keepsake)
        return Kept(keepsake.name, checkpoint.size)

    def _receipt(self, keepsake: Keepsake) -> Kept:
        receipt = _read(keepsake.data)
        proven = verify_receipt(receipt, log=self.log, host=self._host(receipt))
        self._held(proven.checkpoint, keepsake, index=proven.index)
        return Kept(keepsake.name, proven.checkpoint.size, proven.index, receipt["kind"], proven.at)

    def _host(self, receipt: Any) -> Verifier:
        """Return the key of the host's that attested a receipt, if it was one at that act."""
        text = receipt.get("leaf") if isinstance(receipt, dict) else None
        index = receipt.get("index") if isinstance(receipt, dict) else None
        if type(text) is not str or type(index) is not int:
            raise Malformed("receipt-shape", expected="a leaf and its index", found=receipt)
        kid = read_leaf(text.encode("utf-8", "backslashreplace")).kid
        public = self.keyring.host_keys().get(kid)
        if public is None or not self.keyring.is_host(public, index=index):
            raise Malformed("host-key", expected=f"a key of the host’s at act {index}", found=kid)
        return Verifier(self.host_name, public)

    def _held(
        self, checkpoint: Checkpoint, keepsake: Keepsake, *, index: int | None = None
    ) -> None:
        """Raise ``Faulted`` unless the record had this root at this size."""
        if checkpoint.size > self.checkpoint.size:
            raise Faulted(
                "kept-later",
                expected=f"at least the {checkpoint.size} acts of {keepsake.name}",
                found=f"{self.checkpoint.size} acts",
                index=index,
            )
        root = self.root_at(checkpoint.size)
        if root != checkpoint.root:
            raise Faulted(
                "kept-root",
                expected=f"{b64.to_standard(checkpoint.root)} at size {checkpoint.size}, as in {keepsake.name}",
                found=b64.to_standard(root),
                index=index,
            )


def _read(data: bytes) -> Any:
    """Read a receipt's JSON in whatever spelling it was kept; its texts are compared byte by byte later."""
    try:
        return json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise Malformed("json-unreadable", expected="a receipt in JSON", found=str(error)) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
