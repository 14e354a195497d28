"""Verify a whole log: the root of trust, the files, the tree, every leaf, every blob.

Nothing here reads a file or starts a process: a ``Source`` gives the bytes, and ``spread`` runs
the examination of bundles, in order, on as many processes as the caller has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from comity.record import b64
from comity.record.blob import Blob
from comity.record.bundle import ENTRIES_BYTES, Bundles
from comity.record.checkpoint import (
    CHECKPOINT_BYTES,
    Checkpoint,
    claimed_checkpoint,
    open_checkpoint,
)
from comity.record.contents import Contents, need, open_contents
from comity.record.erased import Erasures
from comity.record.errors import Fault, Faulted, Malformed
from comity.record.findings import Findings, Task
from comity.record.history import History
from comity.record.kept import Keepsake, Kept, Shown
from comity.record.keyring import FIRST_HOST_KEY, Keyring, Registered
from comity.record.manifest import MANIFEST_BYTES, open_manifest
from comity.record.meaning import Root, read_root
from comity.record.note import Verifier, read_vkey
from comity.record.part import SALT_BYTES
from comity.record.source import Source
from comity.record.tiles import WIDTH, entries_path, parts_path, split_entries
from comity.record.tree import check_tree
from comity.record.visible import LINE_BYTES, look_at, read_line

Found = TypeVar("Found")


class Spread(Protocol):
    """Runs a piece of work over tasks, one by one or on several processes, in order."""

    def __call__(self, work: Callable[[Task], Found], tasks: Iterable[Task]) -> Iterator[Found]:
        """Yield what the work found for each task, in the order of the tasks."""


def one_by_one(work: Callable[[Task], Found], tasks: Iterable[Task]) -> Iterator[Found]:
    """Do all the work here."""
    return map(work, tasks)


def unwatched(done: int, total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A log that holds, and what of it was sealed from whom it was shown to.

    ``viewer`` is None for a log that is being served rather than exported.
    """

    trusted: bool
    vkey: str
    checkpoint: Checkpoint
    viewer: str | None
    is_simulated: bool
    open: int
    sealed: int
    erased: int
    signatures_checked: int
    signatures_sealed: int
    kept: tuple[Kept, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer in the form that other programs rely on; what was kept, where it was asked."""
        kept = {"kept": [each.as_json() for each in self.kept]} if self.kept else {}
        return {
            "ok": True,
            "trusted": self.trusted,
            "origin": self.checkpoint.origin,
            "vkey": self.vkey,
            "size": self.checkpoint.size,
            "root": b64.to_standard(self.checkpoint.root),
            "acts": self.checkpoint.size,
            "open": self.open,
            "sealed": self.sealed,
            "erased": self.erased,
            "signatures": {"checked": self.signatures_checked, "sealed": self.signatures_sealed},
            **kept,
        }


def verify_log(
    source: Source,
    *,
    vkey: str | None = None,
    kept: Sequence[Keepsake] = (),
    spread: Spread = one_by_one,
    progress: Callable[[int, int], None] = unwatched,
) -> Verified | Fault:
    """Return what holds, or the first fault; never raises for anything that stands in the files.

    ``kept`` are receipts and checkpoints of earlier days, which the record must still agree with.
    """
    try:
        pinned = None if vkey is None else read_vkey(vkey)
        return _verified(source, pinned=pinned, kept=kept, spread=spread, progress=progress)
    except Malformed as error:
        return Fault(None, error.code, error.expected, error.found)
    except Faulted as error:
        return error.fault


def _verified(
    source: Source,
    *,
    pinned: Verifier | None,
    kept: Sequence[Keepsake],
    spread: Spread,
    progress: Callable[[int, int], None],
) -> Verified:
    checkpoint, root = _trust(source, pinned=pinned)
    contents = open_contents(source, size=checkpoint.size)
    _same_head(contents, checkpoint)
    history = History(Keyring())
    history.keyring.register(Registered(0, root.host.public, FIRST_HOST_KEY, is_host=True))
    frontiers = check_tree(checkpoint, read=contents.tile)
    work = Bundles(source, root.origin, checkpoint.size, frontiers)
    _examine(work, contents=contents, history=history, spread=spread, progress=progress)
    erased = _erased(contents, history=history, size=checkpoint.size, spread=spread)
    _blobs(contents, history=history)
    _manifest_signed(contents, name=root.host.name, history=history)
    shown = Shown(root.log, root.host.name, history.keyring, checkpoint, work.root_at)
    return Verified(
        trusted=pinned is not None,
        vkey=root.log.vkey,
        checkpoint=checkpoint,
        viewer=contents.manifest.viewer if contents.manifest else None,
        is_simulated=root.is_simulated,
        open=history.open,
        sealed=history.sealed - erased,
        erased=len(history.erased),
        signatures_checked=history.signatures_checked,
        signatures_sealed=history.signatures_sealed,
        kept=tuple(shown.agrees(each) for each in kept),
    )


def _trust(source: Source, *, pinned: Verifier | None) -> tuple[Checkpoint, Root]:
    """Return the signed checkpoint and the root of trust, pinned or found in leaf 0."""
    data = need(source, "checkpoint", limit=CHECKPOINT_BYTES)
    claim = claimed_checkpoint(data)
    if claim.size == 0:
        raise Faulted("log-empty", expected="at least the act that establishes it", found="size 0")
    if pinned is not None:
        open_checkpoint(data, verifier=pinned)
    root = _leaf_0(source, size=claim.size)
    if pinned is not None and root.log != pinned:
        raise Faulted("vkey", expected=pinned.vkey, found=root.log.vkey, index=0)
    return open_checkpoint(data, verifier=root.log), root


def _leaf_0(source: Source, *, size: int) -> Root:
    """Return what leaf 0 says; it is examined with the others later on."""
    width = min(WIDTH, size)
    entries = need(source, entries_path(0, width=width), limit=ENTRIES_BYTES)
    lines = source.lines(parts_path(0, width=width), limit=LINE_BYTES)
    if lines is None:
        raise Faulted("file-missing", expected=parts_path(0, width=width), found="no such file")
    with closing(lines):
        line = next(lines, b"")
    try:
        leaf = split_entries(entries, width=width)[0]
        return read_root(look_at(leaf, parts=read_line(line)).own)
    except Malformed as error:
        fault = Faulted(error.code, expected=error.expected, found=error.found, index=0)
        raise fault from error


def _same_head(contents: Contents, checkpoint: Checkpoint) -> None:
    if contents.manifest is None:
        return
    if contents.manifest.checkpoint != checkpoint:
        raise Faulted(
            "manifest-checkpoint",
            expected=checkpoint.text(),
            found=contents.manifest.checkpoint.text(),
        )
    data = need(contents.source, "checkpoint", limit=CHECKPOINT_BYTES)
    contents.unaltered("checkpoint", data)


def _examine(
    work: Bundles,
    *,
    contents: Contents,
    history: History,
    spread: Spread,
    progress: Callable[[int, int], None],
) -> None:
    tasks = contents.tasks(work.size, host_keys=history.keyring.host_keys())
    for n, result in enumerate(spread(work, tasks)):
        history.take(_resolved(work, n, result, contents=contents, history=history))
        progress(history.leaves, work.size)


def _resolved(
    work: Bundles, n: int, result: Findings | Fault, *, contents: Contents, history: History
) -> Findings:
    """Look again at a bundle that a later host key signed, now that the key is known."""
    if isinstance(result, Fault) and result.fault == "host-key-unknown":
        keys = history.keyring.host_keys()
        task = next(task for task in contents.tasks(work.size, host_keys=keys) if task.n == n)
        result = work(task)
    if isinstance(result, Fault):
        raise _carried(result)
    return result


def _erased(contents: Contents, *, history: History, size: int, spread: Spread) -> int:
    """Return how many digests in statements are erased; nothing erased may still be shown."""
    if not history.erased:
        return 0
    count = 0
    work = Erasures(contents.source, frozenset(history.erased))
    for result in spread(work, contents.tasks(size, host_keys={})):
        if isinstance(result, Fault):
            raise _carried(result)
        count += result
    return count


def _blobs(contents: Contents, *, history: History) -> None:
    bound = {blob.path for blob in history.blobs}
    for path in contents.blobs():
        if path not in bound:
            raise Faulted("file-unknown", expected="blobs that a visible part binds", found=path)
    for blob, index in history.blobs.items():
        _blob(contents.source, blob=blob, index=index, is_erased=blob.digest in history.erased)


def _blob(source: Source, *, blob: Blob, index: int, is_erased: bool) -> None:
    measured = source.measure(blob.path)
    if is_erased and measured is not None:
        raise Faulted("erased-but-present", expected="no blob", found=blob.path, index=index)
    if measured is None:
        if source.is_export and not is_erased:
            raise Faulted("file-missing", expected=blob.path, found="no such file", index=index)
        return
    digest, length = b64.to_url(measured[0]), measured[1] - SALT_BYTES
    if (digest, length) != (blob.digest, blob.length):
        raise Faulted(
            "blob",
            expected=f"{blob.length} bytes with digest {blob.digest}",
            found=f"{length} bytes with digest {digest}",
            index=index,
        )


def _manifest_signed(contents: Contents, *, name: str, history: History) -> None:
    """Raise ``Faulted`` unless a key that is the host's at the end of the log signed the manifest."""
    if contents.manifest is None:
        return
    data = need(contents.source, "manifest", limit=MANIFEST_BYTES)
    fault: Malformed | None = None
    for public in history.keyring.host_keys().values():
        if history.keyring.is_host(public, index=history.leaves - 1):
            try:
                open_manifest(data, verifier=Verifier(name, public))
            except Malformed as error:
                fault = error
            else:
                return
    raise fault or Faulted("manifest-signature", expected=f"a signature by {name}", found="no key")


def _carried(fault: Fault) -> Faulted:
    carrier = Faulted(fault.fault, expected="", found="")
    carrier.fault = fault
    return carrier
