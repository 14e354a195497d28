"""What strangers are asked, and until when: what is practice, closed or hidden has no form."""

from typing import Any

from comity.desk.readings.commenting import Commenting, commenting
from comity.desk.readings.consultation import consultation
from comity.desk.viewer import PUBLIC
from tests.desk.house import HOST, House

ASKED = {"id": "asks", "title": "On cables", "body": "room", "asks": "What is missing?"}
ENTERED = {
    "consultation": "asks",
    "words": "Say who answers at night.",
    "from_whom": "Ana Reyes",
    "affiliation": "Harbour Lights",
}


def asked(house: House, **other: Any) -> None:
    house.do("reframe.open-consultation", **{**ASKED, "closes": "2026-03-20", **other})


def form(house: House, *, id: str = "asks") -> Commenting | None:  # noqa: A002
    return house.desk.read(PUBLIC, commenting, id=id)


def test_it_is_open_then_over_then_closed(house: House) -> None:
    asked(house)
    found = form(house)
    assert found is not None
    assert (found.is_open, found.is_over) == (True, False)
    house.do("reframe.enter-comment", id="early", stated="2026-03-02", **ENTERED)
    house.wait(days=30)
    found = form(house)
    assert found is not None
    assert (found.is_open, found.is_over) == (True, True)
    house.do("reframe.enter-comment", id="read-late", stated="2026-03-20", **ENTERED)
    house.do("reframe.enter-comment", id="late", stated="2026-03-21", **ENTERED)
    for each in ("early", "read-late", "late"):
        house.do(
            "reframe.dispose-of-comment", comment=each, disposition="accept", reason="It is said."
        )
    house.do("reframe.close-consultation", consultation="asks", response="It is said now.")
    found = form(house)
    assert found is not None
    assert not found.is_open
    codes = house.refused("reframe.enter-comment", id="x", stated="2026-03-03", **ENTERED)
    assert codes == ("consultation-closed",)
    page = house.desk.read(PUBLIC, consultation, id="asks")
    assert page is not None
    assert [(each.row.id, each.row.value("late")) for each in page.comments] == [
        ("early", False),
        ("read-late", False),
        ("late", True),
    ]
    assert [str(each.byline["affiliation"]) for each in page.comments if each.byline] == [
        "Harbour Lights"
    ] * 3


def test_what_only_a_room_may_see_and_what_is_only_recorded_has_no_form(house: House) -> None:
    hidden = dict.fromkeys(("kind", "id", "title", "body", "asks", "closes"), "body")
    asked(house, audience=hidden)
    assert form(house) is None
    asked(house, id="then", source="A newsletter", closes="2018-01-17", effective="2017-12-17")
    assert form(house, id="then") is None
    assert form(house, id="nothing") is None


def test_a_confidential_one_is_seen_by_the_body_alone(house: House) -> None:
    asked(house)
    house.do("reframe.enter-comment", id="q", stated="2026-03-02", confidential=True, **ENTERED)
    public = house.desk.read(PUBLIC, consultation, id="asks")
    members = house.desk.read(house.desk.viewer(HOST), consultation, id="asks")
    assert public is not None
    assert members is not None
    assert [list(public.comments), len(members.comments)] == [[], 1]
