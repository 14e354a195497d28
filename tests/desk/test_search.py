"""What was written is found in every script, on both stores alike, and only by those who may see it."""

import pytest

from tests.desk.house import HOST, PEOPLE, House

WRITTEN = {
    "arabic": "حماية الكابلات البحرية والأَمْن السيبراني للدول، ٢٠٢٦",
    "russian": "Защита подводных КАБЕЛЕЙ: Ёлкинская группа",
    "turkish": "Iğdır ve ISPARTA için İstanbul Bildirisi",
    "chinese": "海底电缆保护与网络安全",
    "greek": "Προστασία ΚΑΛΩΔΊΩΝ",
    "hindi": "समुद्री केबल १२",
}


@pytest.fixture
def library(house: House) -> House:
    """A house with one circular in each script."""
    for name, title in WRITTEN.items():
        house.do("programme.send-circular", id=name, title=title, words="…", body="room")
    return house


def found(house: House, question: str, *, person: str = HOST) -> list[str]:
    hits = house.desk.read(house.desk.viewer(person), lambda look: look.search(question))
    return sorted({str(hit.deed["id"].value) for hit in hits})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("الأمن السيبراني", "arabic"),
        ("أمن", "arabic"),
        ("كابلات بحريه", "arabic"),
        ("2026", "arabic"),
        ("кабелей", "russian"),
        ("ЕЛКИНСКАЯ", "russian"),
        ("isparta", "turkish"),
        ("IĞDIR", "turkish"),
        ("istanbul", "turkish"),
        ("网络安全", "chinese"),
        ("缆", "chinese"),
        ("καλωδιων", "greek"),
        ("12", "hindi"),
    ],
)
def test_it_is_found_however_it_is_typed(library: House, question: str, expected: str) -> None:
    assert found(library, question) == [expected]
    # Who takes part in nothing finds nothing.
    assert found(library, question, person="") == []


@pytest.mark.parametrize("question", ["全网", "кабель-невидимка", "انترنت", ""])
def test_what_was_not_written_is_not_found(library: House, question: str) -> None:
    assert found(library, question) == []


def test_a_member_of_the_room_finds_what_was_sent_to_it(library: House) -> None:
    assert found(library, "网络", person=PEOPLE["north"]) == ["chinese"]
