import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.converge import Unreadable, read_blocs, read_votes
from comity.converge.reading import blocks as reading_blocks
from comity.converge.reading.formats import Format
from tests.converge.given import WIDE, read, shared, told

LONG = b"""\
timestamp,datetime,comment-id,voter-id,vote
5,Mon,0,a,1
6,Mon,1,a,0
7,Mon,2,a,-1
8,"Mon, late",0,b,-1
9,Mon,0,b,1
"""

ROLLCALL = """\
resolution,country,country_code,vote
A/1,Côte d’Ivoire,CI,yes
A/1,Kenya,KE,abstain
A/2,Kenya,KE,no
""".encode()


def test_a_table_of_participants_is_read_and_what_pol_is_says_beside_is_ignored() -> None:
    found = read(WIDE)
    assert (found.people, found.statements) == (("9", "10", "a", "b"), ("0", "1", "2", "10"))
    assert told(found) == {
        ("a", "0"): 1,
        ("a", "1"): 0,
        ("a", "2"): -1,
        ("b", "0"): 1,
        ("b", "1"): -1,
        ("b", "10"): -1,
        ("b", "2"): 1,
        ("10", "10"): -1,
    }


def test_of_several_votes_of_one_person_the_latest_counts() -> None:
    assert told(read(LONG)) == {("a", "0"): 1, ("a", "1"): 0, ("a", "2"): -1, ("b", "0"): 1}


def test_roll_calls_are_read() -> None:
    assert told(read(ROLLCALL)) == {
        ("Côte d’Ivoire", "A/1"): 1,
        ("Kenya", "A/1"): 0,
        ("Kenya", "A/2"): -1,
    }


@pytest.mark.parametrize("raw", [WIDE, LONG, ROLLCALL])
def test_marks_of_other_systems_change_nothing(raw: bytes) -> None:
    plain = told(read(raw))
    assert told(read(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))) == plain
    assert told(read(raw.rstrip(b"\n"))) == plain
    assert told(read(raw + b"\n\n")) == plain


@pytest.mark.parametrize("raw", [WIDE, LONG, ROLLCALL])
def test_quotation_marks_change_nothing(raw: bytes) -> None:
    lines = [
        ",".join(f'"{field}"' for field in line.split(","))
        for line in raw.decode().replace('"Mon, late"', "Mon").splitlines()
    ]
    assert told(read("\n".join(lines).encode())) == told(read(raw))


@pytest.mark.parametrize("size", [1, 3, 7, 40])
@pytest.mark.parametrize("raw", [WIDE, LONG, ROLLCALL])
def test_where_the_blocks_end_changes_nothing(
    raw: bytes, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = read(raw)
    monkeypatch.setattr(reading_blocks, "SIZE", size)
    found = read(raw)
    assert (found.people, found.statements, told(found)) == (
        plain.people,
        plain.statements,
        told(plain),
    )


def test_a_line_feed_in_quotation_marks_ends_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_blocks, "SIZE", 4)
    found = read(b'participant,1\n"a\nb",1\nc,-1\n')
    assert told(found) == {("a\nb", "1"): 1, ("c", "1"): -1}


def test_rows_in_any_order_are_the_same_positions() -> None:
    header, *rows = WIDE.splitlines()
    random.Random(3).shuffle(rows)
    turned, plain = read(b"\n".join([header, *rows])), read(WIDE)
    assert (turned.people, turned.statements) == (plain.people, plain.statements)
    assert [turned.person.tolist(), turned.statement.tolist(), turned.vote.tolist()] == [
        plain.person.tolist(),
        plain.statement.tolist(),
        plain.vote.tolist(),
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "line 1, column 1: the file is empty"),
        (b"\n \n", "line 1, column 1: the header is empty"),
        (b"\xff\xfea\0", "line 1, column 1: the file is UTF-16; save it as UTF-8"),
        (
            b"a,b\n1,2\n",
            (
                "line 1, column 1: the format is not recognized; columns wanted: "
                "participant (polis-wide); comment-id, voter-id, vote (polis-long); "
                "resolution, country, vote (rollcall)"
            ),
        ),
        (b"participant\na\n", "line 1, column 1: no column is a statement's number"),
        (b"participant,1,1\na,1,1\n", "line 1, column 3: the column '1' is there twice"),
        (
            b"participant,1,age\na,1,30\n",
            "line 1, column 3: 'age' is neither a statement's number nor a column that Pol.is has",
        ),
        (
            b"participant,1,5\na,1,0\nb,1,maybe\n",
            "line 3, column 3 (statement 5): 'maybe' is no vote: 1 agrees, 0 passes, -1 disagrees, empty is none",
        ),
        (
            b"participant,1\na,1\n\nb,2\n",
            "line 4, column 2 (statement 1): '2' is no vote: 1 agrees, 0 passes, -1 disagrees, empty is none",
        ),
        (b"participant,1,5\na,1\n", "line 2, column 3: 2 columns, where the header has 3"),
        (b"participant,1\na,1,1\n", "line 2, column 3: 3 columns, where the header has 2"),
        (
            b"participant,1\na,1\nb,0\na,1\n",
            "line 4, column 1 (participant): 'a' has a line already, line 2",
        ),
        (b"participant,1\n,1\n", "line 2, column 1 (participant): nobody is named"),
        (b"participant,1\na,1\nJos\xe9,1\n", "line 3, column 1: these bytes are not UTF-8"),
        (b"participant,1\na,\0\n", "line 2, column 2: a zero byte; is this a CSV file?"),
        (
            b"participant,1\ra,1\r",
            "line 1, column 2: a carriage return without a line feed; is this a CSV file?",
        ),
        (
            b'participant,1\n"a,1\nb,1\n',
            "line 2, column 1: a quotation mark is opened and not closed",
        ),
        (b'"participant,1\n', "line 1, column 1: a quotation mark is opened and not closed"),
        (
            b'participant,1\n"a"b,1\n',
            "line 2: it cannot be split into fields (',' expected after '\"')",
        ),
        (
            b"comment-id,voter-id,vote\n1,a,1\n1,b,0\n1,a,1\n",
            "line 4, column 2 (voter-id): this voter has a vote already on this, line 2",
        ),
        (
            b"timestamp,comment-id,voter-id,vote\n7,1,a,1\n7,1,a,0\n",
            "line 3, column 3 (voter-id): this voter has another vote at the same time on this, line 2",
        ),
        (
            b"timestamp,comment-id,voter-id,vote\nnoon,1,a,1\n",
            "line 2, column 1 (timestamp): 'noon' is no time: milliseconds since 1970 are wanted",
        ),
        (
            b"comment-id,voter-id,vote\n1,a,5\n",
            "line 2, column 3 (vote): '5' is no vote: 1 agrees, 0 passes, -1 disagrees",
        ),
        (b"comment-id,voter-id,vote\n1,,1\n", "line 2, column 2 (voter-id): it is empty"),
        (
            b"comment-id,voter-id,vote,vote\n1,a,1,1\n",
            "line 1, column 4: the column 'vote' is there 2 times",
        ),
        (
            b"resolution,country,vote\nA/1,Kenya,present\n",
            "line 2, column 3 (vote): 'present' is no vote: yes, no or abstain",
        ),
        (
            b"resolution,country,vote\nA/1,Kenya,yes\nA/1,Kenya,yes\n",
            "line 3, column 2 (country): this voter has a vote already on this, line 2",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line_and_column(raw: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as error:
        read(raw)
    assert str(error.value) == said


def test_a_format_that_is_asked_for_names_the_column_it_misses() -> None:
    with pytest.raises(Unreadable) as error:
        read(WIDE, written="polis-long")
    assert str(error.value) == (
        "line 1, column 11: polis-long wants the column 'comment-id', which is not there"
    )


class Endless(io.RawIOBase):
    """Gives the same letter for ever."""

    def readable(self) -> bool:
        return True

    def readinto(self, room: memoryview) -> int:  # type: ignore[override]
        room[:] = b"1" * len(room)
        return len(room)


def test_a_line_without_an_end_is_not_read_to_its_end() -> None:
    with pytest.raises(Unreadable) as error:
        read_votes(io.BufferedReader(Endless()))
    assert str(error.value) == (
        f"line 1, column 1: the line: more than {reading_blocks.LONGEST} bytes without an end"
    )


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(alphabet='participant,10-"\n\r', max_size=200).map(
            lambda rest: b"participant,1,2\n" + rest.encode()
        ),
        st.text(alphabet='17,a-"\n', max_size=200).map(
            lambda rest: b"timestamp,comment-id,voter-id,vote\n" + rest.encode()
        ),
    ),
    st.sampled_from([None, "polis-wide", "polis-long", "rollcall"]),
)
def test_any_bytes_are_votes_or_unreadable(raw: bytes, written: Format | None) -> None:
    try:
        found = read(raw, written=written)
    except Unreadable as error:
        assert error.line > 0  # noqa: PT017 — either outcome is lawful, and each has its own claim
    else:
        assert len(told(found)) == len(found)


@given(
    st.lists(st.lists(st.sampled_from(["", "1", "0", "-1"]), min_size=3, max_size=3), max_size=8)
)
def test_all_at_once_and_line_by_line_read_the_same(rows: list[list[str]]) -> None:
    header = "participant,1,2,3"
    plain = "\n".join([header, *(",".join([f"p{at}", *row]) for at, row in enumerate(rows))])
    quoted = "\n".join([header, *(",".join([f'"p{at}"', *row]) for at, row in enumerate(rows))])
    assert told(read(quoted.encode())) == told(read(plain.encode()))


@pytest.mark.parametrize(
    "name",
    ["bg2050-volunteers", "brexit-consensus", "scoop-hivemind.biodiversity", "vtaiwan.uberx"],
)
def test_the_two_exports_of_a_conversation_hold_the_same_votes(name: str) -> None:
    wide = read(shared(f"polis/{name}/participants-votes.csv").read_bytes())
    long = read(shared(f"polis/{name}/votes.csv").read_bytes())
    assert told(wide) == told(long)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "line 1, column 1: the file is empty"),
        (b"who,bloc\n", "line 1, column 1: the columns are person,bloc or person,bloc,share"),
        (b"person,bloc\na\n", "line 2, column 2: 1 columns, where the header has 2"),
        (b"person,bloc\na,\n", "line 2, column 2 (bloc): it is empty"),
        (
            b"person,bloc\na,x\na,y\n",
            "line 3, column 1 (person): 'a' is in a bloc already, line 2",
        ),
        (
            b"person,bloc,share\na,x,nan\n",
            "line 2, column 3 (share): 'nan' is no share: a number above 0 is wanted",
        ),
        (
            b"person,bloc,share\na,x,0.5\nb,x,0.4\n",
            "line 3, column 3 (share): the bloc 'x' has another share further up",
        ),
    ],
)
def test_blocs_that_cannot_be_read_say_where(raw: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_blocs(io.BytesIO(raw))
    assert str(error.value) == said
