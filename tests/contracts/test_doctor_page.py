"""The doctor as a page: the same reading as the command, for those who administer and for nobody else."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.command import comity
from tests.contracts.counter import Counter, House
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Visitor

Own = tuple[str, Path, str]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A programme of one's own: its address, its folder, its officer."""
    built = tmp_path_factory.mktemp("begun") / "talks"
    person = str(init(built, "--json").json["person"])
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (site, data):
        yield site, data, person


def officer(begun: Own) -> Visitor:
    visitor = Visitor(begun[0])
    made = comity("link", "--data", begun[1], "--person", begun[2]).out
    link = re.findall(r"(/sign-in/\S+)", made)[0]
    assert visitor.post(link, seen_on=link).status == 200
    return visitor


def plain(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was found, but for figures that change while one looks."""
    return [{**each, "says": re.sub(r"[\d.]+", "…", each["says"])} for each in found]


def test_the_page_and_its_twin_say_what_the_command_says_and_not_where_the_folder_lies(
    begun: Own,
) -> None:
    site, data, person = begun
    token = comity("token", "new", "--data", data, "--person", person).out.strip()
    twin = Counter(site, token=token).twin("/doctor")
    command = comity("doctor", "--data", data, "--json", COMITY_ADDRESS=site).json
    told = [{**each, "do": each["do"].replace(str(data), "DIR")} for each in command["findings"]]
    assert plain(twin["findings"]) == plain(told)
    assert (twin["ok"], twin["says"]) == (command["ok"], command["says"])
    page = officer(begun).get("/doctor")
    assert page.status == 200
    assert page.text.rstrip().count(f"<b>{twin['says']}</b>") == 1
    shown = plain([{"says": unescape(page.text)}])[0]["says"]
    assert [each for each in plain(twin["findings"]) if each["says"] not in shown] == []
    for secret in (str(data), str(data.parent)):
        assert secret not in page.text + str(twin)


def test_an_officer_is_told_on_their_desk_while_something_may_be_lost(
    begun: Own, tmp_path: Path
) -> None:
    secretariat = officer(begun)
    assert "Look after this now: backup." in secretariat.get("/desk").text
    done = comity("backup", "--data", begun[1], tmp_path / "b.zip")
    assert done.code == 0, done
    desk = secretariat.get("/desk").text
    assert "Look after this now" not in desk
    assert 'href="/doctor"' in desk


@pytest.mark.parametrize("role", ["public", "arvenia", "chair", "observer"])
def test_for_everybody_else_it_is_not_there(own: House, role: str) -> None:
    counter = Counter(own.site) if role == "public" else own.as_role(role)
    nowhere = counter.get("/nowhere.json")
    assert counter.get("/doctor.json").body == nowhere.body
    assert counter.get("/doctor").status == 404


def test_a_demonstration_warns_nobody(own: House) -> None:
    visitor = Visitor(own.site)
    visitor.walk_in("secretariat")
    assert "Look after this now" not in visitor.get("/desk").text
    assert visitor.get("/doctor").status == 200
