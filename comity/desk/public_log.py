"""The log as files: leaves and tree for everybody, parts and blobs as audiences say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.core.act import kind_named
from comity.core.erased import Erased
from comity.desk.cells import Cell, Value
from comity.desk.cells import Erased as ErasedCell
from comity.desk.fields import of_act
from comity.desk.seen import Deed, Part, Proof
from comity.record import (
    Blob,
    consistency_path,
    open_blob,
    read_leaf,
    read_statement,
    write_proof,
)
from comity.record.tiles import WIDTH, join_entries
from comity.record.visible import write_line
from comity.store import log, seek
from comity.store.acts import Piece
from comity.store.database import Database
from comity.store.seek import ActRow
from comity.store.sight import LISTED, Facts, Sight, marks

RUNS = frozenset(
    {"text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml"}
)
"""What a browser may run: sent as bytes without a type."""
ENDINGS = {
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/json": ".json",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
}


@dataclass(frozen=True)
class OpenBlob:
    """A blob's file, salt included, and what it is."""

    digest: str
    file: bytes
    media_type: str
    length: int

    @property
    def content(self) -> bytes:
        """The bytes as they were lodged, without the salt."""
        return open_blob(self.file, blob=Blob(self.digest, self.length, self.media_type))

    @property
    def sent_as(self) -> str:
        """The type it may be sent under: its own, but for what a browser may run."""
        return "application/octet-stream" if self._kind in RUNS else self.media_type

    @property
    def ending(self) -> str:
        """What the name of its file ends with; nothing where its type says nothing."""
        return ending_of(self.media_type)

    @property
    def _kind(self) -> str:
        return _kind_of(self.media_type)


def ending_of(media_type: str) -> str:
    """Return what the name of a file of this type ends with; nothing where its type says nothing."""
    return ENDINGS.get(_kind_of(media_type), "")


def _kind_of(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


class PublicLog:
    """What stands under /log/, and in an export."""

    def __init__(self, store: Database, *, sight: Sight) -> None:
        self._store = store
        self._sight = sight

    def checkpoint(self) -> str:
        """Return the newest checkpoint, signed."""
        return log.head(self._store).note

    def tile(self, level: int, n: int, *, width: int = WIDTH) -> bytes | None:
        """Return a tile of hashes; None where the log has not grown so far."""
        size = log.head(self._store).size
        if not 0 <= level < 8 or n < 0 or n * WIDTH + width > size >> (8 * level):
            return None
        return log.tile(self._store, level, n, width)

    def entries(self, n: int, *, width: int = WIDTH) -> bytes | None:
        """Return a bundle of leaves; None where the log has not grown so far."""
        if n < 0 or n * WIDTH + width > log.head(self._store).size:
            return None
        return join_entries(log.leaves(self._store, n * WIDTH, n * WIDTH + width))

    def parts(self, n: int, *, width: int = WIDTH) -> bytes | None:
        """Return the visible parts of a bundle, one line a leaf; None where the log has not grown so far."""
        if n < 0 or n * WIDTH + width > log.head(self._store).size:
            return None
        return b"".join(write_line(texts) for _, texts in self.rows(n * WIDTH, n * WIDTH + width))

    def rows(self, start: int, end: int) -> Iterator[tuple[bytes, list[str]]]:
        """Yield each leaf with the texts of its visible parts."""
        leaves = log.leaves(self._store, start, end)
        shown = self._shown(list(range(start, end)))
        for place, leaf in enumerate(leaves):
            yield leaf, [piece.text for piece in shown[start + place] if piece.text is not None]

    def blob(self, digest: str) -> OpenBlob | None:
        """Return a blob's file; None for what is unknown, erased, or not this viewer's to see."""
        row = self._store.row(
            "SELECT b.bytes, b.media_type, b.length, p.audience, a.idx, a.by_person, a.party, a.body, a.at, a.scope"
            " FROM blob b JOIN part p ON p.act=b.act AND p.name=b.part JOIN act a ON a.idx=b.act"
            " WHERE b.digest=? AND b.bytes IS NOT NULL AND p.text IS NOT NULL",
            (digest,),
        )
        if row is None:
            return None
        file, media_type, length, audience, act, by, party, body, at, scope = row
        named = (
            seek.named_in(self._store, [act]).get(act, frozenset())
            if audience in LISTED
            else frozenset()
        )
        if not self._sight.sees(audience, Facts(by, party, body, at, act, scope, named)):
            return None
        return OpenBlob(digest, bytes(file), media_type, length)

    def readable(self, digests: Sequence[str]) -> frozenset[str]:
        """Return those of some blobs that stand and are this viewer's to see, without reading any."""
        if not digests:
            return frozenset()
        rows = self._store.rows(
            "SELECT b.digest, p.audience, a.idx, a.by_person, a.party, a.body, a.at, a.scope"  # noqa: S608
            " FROM blob b JOIN part p ON p.act=b.act AND p.name=b.part JOIN act a ON a.idx=b.act"
            f" WHERE b.digest IN ({marks(digests)}) AND b.bytes IS NOT NULL AND p.text IS NOT NULL",
            digests,
        )
        named = seek.named_in(self._store, [act for _, who, act, *_ in rows if who in LISTED])
        return frozenset(
            digest
            for digest, audience, act, by, party, body, at, scope in rows
            if self._sight.sees(
                audience, Facts(by, party, body, at, act, scope, named.get(act, frozenset()))
            )
        )

    def blobs(self, start: int, end: int) -> list[str]:
        """Return the digests of the blobs, not erased, that visible parts of some acts bind."""
        rows = self._store.rows(
            "SELECT digest FROM blob WHERE act>=? AND act<? AND bytes IS NOT NULL ORDER BY digest",
            (start, end),
        )
        return [digest for (digest,) in rows if self.blob(digest) is not None]

    def proof(self, index: int) -> str | None:
        """Return a tlog-proof of a leaf under the newest checkpoint."""
        head = log.head(self._store)
        if not 0 <= index < head.size:
            return None
        path = log.path_to(self._store, index, size=head.size)
        return write_proof(index, path=path, checkpoint=head.note.encode())

    def consistency(self, old: int, new: int) -> list[bytes] | None:
        """Return the proof that the log of a size continues that of a smaller one."""
        if not 0 < old <= new <= log.head(self._store).size:
            return None
        return log.walked(self._store, new, lambda node: consistency_path(old, new=new, node=node))

    def proof_of(self, deed: Deed) -> Proof:
        """Return everything that can be shown of one act."""
        head = log.head(self._store)
        leaf = log.leaves(self._store, deed.index, deed.index + 1)[0]
        opened = read_leaf(leaf)
        digests = read_statement(opened.statement).digests
        pieces = seek.pieces(self._store, [deed.index])[deed.index]
        shown = {piece.name for piece in self._shown([deed.index])[deed.index]}
        knows_audience = "audience" in shown
        own = [piece for piece in pieces if piece.name not in ("received", "signature")]
        padding = len(digests) - len(own)
        seen_own = sum(piece.name in shown for piece in own)
        return Proof(
            deed=deed,
            leaf=leaf.decode("ascii"),
            hour=opened.hour,
            parts=tuple(_part(piece, deed.kind) for piece in pieces if piece.name in shown),
            sealed=len(digests) - seen_own - (padding if knows_audience else 0),
            padding=padding if knows_audience else None,
            proof=self.proof(deed.index) or "",
            checkpoint=head.note,
        )

    def _shown(self, indexes: list[int]) -> dict[int, list[Piece]]:
        """Return the parts that the viewer may see; the part `audience` with any other."""
        pieces = seek.pieces(self._store, indexes)
        rows = {row.idx: row for row in self._acts(indexes)}
        named = seek.named_in(
            self._store,
            [i for i, each in pieces.items() if any(p.audience in LISTED for p in each)],
        )
        found: dict[int, list[Piece]] = {}
        for index in indexes:
            facts = rows[index].facts(named.get(index, frozenset()))
            seen = [
                each
                for each in pieces[index]
                if each.name != "audience" and self._sight.sees(each.audience, facts)
            ]
            told = [each for each in pieces[index] if each.name == "audience" and seen]
            found[index] = sorted([*seen, *told], key=lambda each: each.place)
        return found

    def _acts(self, indexes: list[int]) -> list[ActRow]:
        return seek.acts(self._store, Sight(is_everything=True), indexes)


def _part(piece: Piece, kind: str) -> Part:
    value = piece.value()
    what = of_act(kind_named(kind), piece.name)
    cell: Cell = ErasedCell(what) if isinstance(value, Erased) else Value(value)
    return Part(
        name=piece.name,
        cell=cell,
        audience=piece.audience,
        signed_audience=piece.signed,
        digest=piece.digest,
        text=piece.text or "",
        is_erasable=bool(piece.is_erasable),
        erased_by=piece.erased_by,
    )
