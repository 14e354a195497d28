"""An officer says once where letters reach a person; the letter lets them in, and nobody takes their place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accounts.conftest import PostOffice
from tests.accounts.test_sign_in import link_of, words_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Visitor

Own = tuple[str, Path, str]


@pytest.fixture(scope="module")
def own(post_office: PostOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A programme of one's own: its address, its folder, its officer."""
    built = tmp_path_factory.mktemp("own") / "talks"
    officer = str(init(built, "--json").json["person"])
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (site, data):
        yield site, data, officer


def signed_in(own: Own, person: str) -> Visitor:
    visitor = Visitor(own[0])
    link = link_of(comity("link", "--data", own[1], "--person", person).out)
    assert visitor.post(link, seen_on=link).status == 200
    return visitor


def entered(own: Own, name: str) -> str:
    said = comity("person", "add", "--name", name, "--data", own[1], "--by", own[2], "--json")
    return str(said.json["person"])


def test_the_letter_lets_them_in_and_the_address_is_set_once(
    own: Own, post_office: PostOffice
) -> None:
    officer, person = signed_in(own, own[2]), entered(own, "Ana Reyes")
    place = f"/let-in/{person}"
    assert place in officer.get("/people").text
    wrong = officer.post(place, seen_on=place, mail="nowhere")
    assert (wrong.status, 'value="nowhere"' in wrong.text) == (422, True)
    assert officer.post(place, seen_on=place, mail="ana@x.example").status == 200
    letter = post_office.next(1)
    assert letter["To"] == "ana@x.example"
    guest, link = Visitor(own[0]), link_of(words_of(letter))
    assert guest.post(link, seen_on=link).status == 200
    assert guest.get("/people.json").status == 200
    again = officer.get(place)
    assert ("reach Ana Reyes already" in again.text, "<input" in again.text.split("<main")[1]) == (
        True,
        False,
    )


def test_nobody_else_lets_anybody_in(own: Own) -> None:
    person = entered(own, "Ben Ode")
    guest = signed_in(own, person)
    assert guest.get(f"/let-in/{person}").status == 404
    assert Visitor(own[0]).get(f"/let-in/{person}").status == 404
    assert signed_in(own, own[2]).get("/let-in/nobody").status == 404
    assert "/let-in/" not in guest.get("/people").text


def test_people_are_shown_to_those_who_take_part_and_to_no_stranger(own: Own) -> None:
    entered(own, "Cleo Fa")
    stranger = Visitor(own[0])
    assert stranger.get("/people.json").status == 404
    assert stranger.get("/people").path == "/sign-in"
    assert "Cleo Fa" in signed_in(own, own[2]).get("/people").text
