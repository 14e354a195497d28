"""A meeting's papers leave as they are read, one at a time, and make one file that any machine opens."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from comity.core.shapes import Blob
from comity.desk.cells import Value
from comity.desk.readings.pack import Pack
from comity.desk.seen import Seen
from comity.web.views.pack import pieces

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SIZE = 1_000_000
FIRST = {"index.html": b"<p>Begin here.", "style.css": b"p {}"}


def thing(kind: str, key: str, **fields: str) -> Seen:
    cells = {name: Value(value) for name, value in fields.items()}
    return Seen(id=key, type=kind, act=1, at=AT, is_recorded=False, cells=cells)


def packed(count: int) -> Pack:
    papers = [
        thing("paper", f"p{number}", title=f"Paper {number}", symbol=f"R/{number}", language="en")
        for number in range(count)
    ]
    return Pack(
        meeting=thing("meeting", "round", name="The round"),
        course=None,
        body=None,
        origin="cables.example",
        items=(),
        papers=papers,
        files={each.id: Blob(each.id, SIZE, "text/plain") for each in papers},
        texts=(),
        scope="",
    )


def content(digest: str) -> bytes:
    """Return bytes that do not get smaller by packing them."""
    seed = int(digest[1:]) + 1
    return bytes((seed * 1103515245 + place * place * 12345) >> 7 & 0xFF for place in range(SIZE))


def test_the_first_bytes_leave_before_any_paper_is_read_and_each_paper_by_itself() -> None:
    read: list[str] = []

    def fetch(digest: str) -> bytes:
        read.append(digest)
        return content(digest)

    sent = pieces(FIRST, packed(3), fetch=fetch)
    first = next(sent)
    assert (read, first[:2]) == ([], b"PK")
    rest: list[bytes] = []
    for number, piece in enumerate(sent):
        assert len(read) == min(number + 1, 3)
        assert len(piece) <= SIZE + 1000
        rest.append(piece)
    assert opened([first, *rest]) == [
        "index.html",
        "style.css",
        "papers/R-0 Paper 0 (en).txt",
        "papers/R-1 Paper 1 (en).txt",
        "papers/R-2 Paper 2 (en).txt",
    ]


def test_a_paper_that_was_erased_meanwhile_is_left_out_and_the_others_are_whole() -> None:
    def fetch(digest: str) -> bytes | None:
        return None if digest == "p1" else digest.encode()

    whole = list(pieces(FIRST, packed(3), fetch=fetch))
    assert opened(whole)[2:] == ["papers/R-0 Paper 0 (en).txt", "papers/R-2 Paper 2 (en).txt"]
    with ZipFile(BytesIO(b"".join(whole))) as zipped:
        assert zipped.read("papers/R-2 Paper 2 (en).txt") == b"p2"


def test_the_same_papers_make_the_same_file() -> None:
    def fetch(digest: str) -> bytes:
        return digest.encode()

    assert b"".join(pieces(FIRST, packed(2), fetch=fetch)) == b"".join(
        pieces(FIRST, packed(2), fetch=fetch)
    )


def opened(sent: Sequence[bytes] | Iterator[bytes]) -> list[str]:
    with ZipFile(BytesIO(b"".join(sent))) as zipped:
        assert zipped.testzip() is None
        return zipped.namelist()
