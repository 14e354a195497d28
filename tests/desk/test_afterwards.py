"""What may still happen to an act: it is struck, its parts are opened, its words are erased. Replay gives the same."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.core.party import Party
from comity.core.text import Paragraph, Position, Proposal
from comity.desk.export import export
from comity.desk.replay import check, migrate
from comity.desk.viewer import PUBLIC
from tests.desk.house import CHAIR, HOST, PEOPLE, House, silence

NORTH = PEOPLE["north"]
PLANTED = "perfidious"


def position(house: House, **more: Any) -> int:
    told = {"on": "paragraph/p1", "stance": "oppose", "reason": f"A {PLANTED} clause.", **more}
    return house.do("reframe.take-position", by=NORTH, party="north", **told).index


def digest(house: House, act: int, part: str) -> str:
    row = house.store.row("SELECT digest FROM part WHERE act=? AND name=?", (act, part))
    assert row is not None
    return str(row[0])


@pytest.fixture(autouse=True)
def replayed(house: House) -> Iterator[None]:
    """Whatever happened, a replay must give what is shown."""
    yield
    assert check(house.desk).differing == ()


def test_a_struck_act_counts_nowhere_and_stands_struck_in_the_minutes(house: House) -> None:
    index = position(house)
    house.do("programme.strike", by=NORTH, party="north", act=index, why="Entered in error.")
    viewer = house.desk.viewer(NORTH)
    deed = house.desk.read(viewer, lambda look: look.deed(index))
    assert deed is not None
    assert (deed.struck_by, deed.makes) == (index + 1, ())
    assert house.desk.read(viewer, lambda look: look.find(Position, "paragraph.p1.north")) is None
    assert house.desk.read(viewer, lambda look: look.count(Position, text="text")) == 0


def test_what_a_struck_act_changed_is_as_it_was_before(house: House) -> None:
    north = {"by": NORTH, "party": "north"}
    house.do(
        "reframe.propose-words", **north, id="mine", text="text", paragraph="p1", change="delete"
    )
    withdrawn = house.do("reframe.withdraw-proposal", **north, proposal="mine").index
    house.do("programme.strike", **north, act=withdrawn, why="Sent by mistake.")
    found = house.desk.read(house.desk.viewer(NORTH), lambda look: look.find(Proposal, "mine"))
    assert found is not None
    assert found["status"].value == "tabled"


def test_an_act_that_others_rest_on_cannot_be_struck(house: House) -> None:
    tabled = house.desk.read(
        house.desk.viewer(CHAIR), lambda look: look.minutes(kind="reframe.")[0].index
    )
    position(house)
    assert house.refused("programme.strike", by=CHAIR, act=tabled, why="No.") == (
        "others-rest-on-it",
    )


def test_what_is_opened_is_seen_by_those_it_was_opened_to(house: House) -> None:
    index = position(house)
    assert house.desk.read(PUBLIC, lambda look: look.deed(index)) is None
    parts = [
        {"part": part, "audience": "public"}
        for part in ("kind", "on_behalf_of", "on", "stance", "reason")
    ]
    house.do("programme.open", by=NORTH, party="north", act=index, opens=parts)
    deed = house.desk.read(PUBLIC, lambda look: look.deed(index))
    assert deed is not None
    assert (str(deed["reason"]), deed.by.is_sealed) == (f"A {PLANTED} clause.", True)
    found = house.desk.read(PUBLIC, lambda look: look.find(Position, "paragraph.p1.north"))
    assert found is not None
    assert found["stance"].value == "oppose"
    assert house.desk.read(PUBLIC, lambda look: len(look.search(PLANTED))) == 1


def bytes_below(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def disguises(word: str) -> list[bytes]:
    """The word itself, and in base64 wherever in three bytes it begins."""
    found = [word.encode()]
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + word.encode()).rstrip(b"=")
        found.append(text[4 if shift else 0 : -2])
    return found


def test_erased_words_are_in_no_byte_of_the_data_folder(house: House) -> None:
    index = position(house)
    long = position(house, on="paragraph/p2", reason=f"{PLANTED} " * 2_000)
    if house.store.is_sqlite:
        plain, *encoded = [word in bytes_below(house.folder) for word in disguises(PLANTED)]
        assert (plain, any(encoded)) == (True, True)
    gone = [digest(house, index, "reason"), digest(house, long, "reason")]
    house.do("programme.erase", digests=gone, why="A court order.")

    def look(look: Any) -> tuple[bool, bool, int, bool]:
        found = look.find(Position, "paragraph.p1.north")
        return (
            found["reason"].is_erased,
            look.deed(index)["reason"].is_erased,
            len(look.search(PLANTED)),
            found["stance"].is_value,
        )

    assert house.desk.read(house.desk.viewer(NORTH), look) == (True, True, 0, True)
    if house.store.is_sqlite:
        assert [word in bytes_below(house.folder) for word in disguises(PLANTED)] == [False] * 4


@pytest.mark.parametrize("words", [("Too soon.", "Too soon."), ("Too soon.", "Too late.")])
@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0,), (1,)])
@pytest.mark.parametrize("is_second_struck", [False, True])
def test_erasing_what_was_written_twice_leaves_what_a_replay_leaves(
    house: House, words: tuple[str, str], order: tuple[int, ...], is_second_struck: bool
) -> None:
    said = [position(house, reason=each) for each in words]
    for each in order:
        gone = digest(house, said[each], "reason")
        house.do("programme.erase", digests=[gone], why="A court order.")
    if is_second_struck:
        north = {"by": NORTH, "party": "north"}
        house.do("programme.strike", **north, act=said[1], why="Entered in error.")
    found = house.desk.read(
        house.desk.viewer(NORTH), lambda look: look.find(Position, "paragraph.p1.north")
    )
    assert found is not None
    # The words are those of the last act that counts: only its own erasing takes them away.
    last = 0 if is_second_struck else 1
    told = (found["reason"].is_erased, found["reason"].is_value)
    assert told == (last in order, last not in order)


def test_erasing_the_words_of_a_text_erases_each_paragraph(house: House) -> None:
    tabled = house.desk.read(
        house.desk.viewer(CHAIR), lambda look: look.minutes(kind="reframe.")[0].index
    )
    house.do("programme.erase", digests=[digest(house, tabled, "words")], why="A court order.")
    seen = house.desk.read(house.desk.viewer(CHAIR), lambda look: look.all(Paragraph, text="text"))
    assert [each["words"].is_erased for each in seen] == [True, True]


def test_erasing_the_blob_alone_erases_what_it_carried(house: House) -> None:
    row = house.store.row("SELECT digest FROM blob")
    assert row is not None
    house.do("programme.erase", digests=[row[0]], why="A court order.")
    seen = house.desk.read(house.desk.viewer(CHAIR), lambda look: look.all(Paragraph, text="text"))
    assert [each["words"].is_erased for each in seen] == [True, True]


def test_ids_and_dates_are_never_erased(house: House) -> None:
    index = house.do("programme.set-objective", title="Calm", words="Less conflict.", place=1).index
    assert house.refused("programme.erase", digests=[digest(house, index, "title")], why="No.") == (
        "not-erasable",
    )


def test_what_was_erased_is_in_no_export(house: House, tmp_path: Path) -> None:
    index = position(house)
    house.do("programme.erase", digests=[digest(house, index, "reason")], why="A court order.")
    export(house.desk, house.desk.viewer(NORTH), tmp_path / "out")
    assert [word in bytes_below(tmp_path / "out") for word in disguises(PLANTED)] == [False] * 4


def test_rebuilding_changes_nothing(house: House) -> None:
    position(house)
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    index = house.do(
        "parties.admit-party", id="x", name=f"{PLANTED} state", form="state", standing="party"
    ).index
    house.do("programme.strike", act=index, why="Twice.")
    before = house.store.rows("SELECT thing, json, origins FROM entity ORDER BY thing")
    assert migrate(house.desk) == index + 2
    assert house.store.rows("SELECT thing, json, origins FROM entity ORDER BY thing") == before
    assert house.desk.read(house.desk.viewer(HOST), lambda look: look.find(Party, "x")) is None


def test_a_changed_row_is_told(house: House) -> None:
    house.store.run(
        "UPDATE entity SET json=replace(json,'States','Nobody') WHERE thing='paragraph/p1'"
    )
    assert check(house.desk).differing == ("entity",)
    house.store.run(
        "UPDATE entity SET json=replace(json,'Nobody','States') WHERE thing='paragraph/p1'"
    )
