"""The secretariat sets an agenda with hours, without script; each reader finds them on a clock that is theirs."""

import io
import json
import re
import zipfile

from tests.journeys.visitor import Visitor

FORM = "/act/convene.set-agenda"
ROUND = f"{FORM}?meeting=third-round"
AGENDA = "/meeting/third-round/agenda"


def walked(site: str, role: str) -> Visitor:
    visitor = Visitor(site)
    visitor.walk_in(role)
    return visitor


def test_hours_are_asked_as_hours_and_what_is_none_comes_back_with_what_was_typed(
    own_site: str,
) -> None:
    officer = walked(own_site, "secretariat")
    page = officer.get(ROUND).text
    assert 'name="items:time" type="time" aria-label="Begins, 1" value="09:30"' in page
    assert page.count('<option value="3" >') == len(re.findall('name="items:title"', page)) - 1
    assert "items:begins" not in page
    [nonce] = re.findall(r'name="nonce" value="([^"]*)"', page)
    [party] = re.findall(r'name="on_behalf_of" value="([^"]*)"', page)
    given = {"nonce": nonce, "given": "meeting", "meeting": "third-round", "on_behalf_of": party}

    def sent(*hours: str, days: str = "1\n2\n3") -> tuple[int, str]:
        typed = {"items:title": "First\nSecond\nThird", "items:day": days}
        answer = officer.post(
            FORM, seen_on=ROUND, **given, **typed, **{"items:time": "\n".join(hours)}
        )
        return answer.status, answer.text

    status, text = sent("10:00", "25:00", "after lunch")
    assert status == 422
    told = "Give a time of day from 00:00 to 23:59, as in 09:30."
    assert f"Row 2, Begins: {told} Found: “25:00”." in text
    assert f"Row 3, Begins: {told} Found: “after lunch”." in text
    assert 'type="text" aria-label="Begins, 2" value="25:00"' in text
    status, text = sent("09:00", "10:00", "11:00")
    assert status == 422
    assert "Item 1 would begin on" in text
    status, text = sent("10:00", "10:00", "11:00")
    assert status == 200


def test_each_reader_finds_the_hours_on_their_own_clock_wherever_the_agenda_goes(site: str) -> None:
    visitor = walked(site, "meridonia")
    for path in (AGENDA, "/meeting/third-round"):
        assert "09:30 to 11:00 (15:00 your time)" in visitor.get(path).text, path
    packed = zipfile.ZipFile(io.BytesIO(visitor.get("/meeting/third-round.zip").body))
    assert "09:30 to 11:00 (15:00 your time)" in packed.read("index.html").decode()
    folded = visitor.get("/meeting/third-round.ics").text.replace("\r\n ", "")
    assert "09:30 to 11:00 (15:00 your time) What became of the silence" in folded
    rows = json.loads(visitor.get(f"{AGENDA}.json").text)["prepared"]["items"]
    begins = [each["begins"] for each in rows]
    assert [re.sub(r"^[-\d]+T|\+00:00", "", each) for each in begins] == [
        "09:30:00[Atlantic/Reykjavik]",
        "14:00:00[Atlantic/Reykjavik]",
        "09:30:00[Atlantic/Reykjavik]",
        "11:00:00[Atlantic/Reykjavik]",
    ]
    assert [(each["item"]["day"], each["day"], each["is_outside"]) for each in rows] == [
        (1, 1, False),
        (0, 1, False),
        (2, 2, False),
        (3, 3, False),
    ]
    assert "your time" not in Visitor(site).get(AGENDA).text
