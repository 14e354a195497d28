"""Two officers at one thing, one officer in two tabs, and a mail server that is down: a clear answer, nothing lost."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Page, expect

from tests.accounts.conftest import PostOffice
from tests.accounts.test_sign_in import link_of, words_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.steps import fill, receipt, send
from tests.journeys.visitor import Visitor

Open = Callable[..., Page]
HOST = "harbour-secretariat"


class Office:
    """A programme of one's own with two officers, and the port at which its mail server is awaited."""

    def __init__(self, site: str, data: Path, officers: tuple[str, str], port: int) -> None:
        self.site, self.data, self.officers, self.port = site, data, officers, port

    def run(self, *words: str) -> dict[str, str]:
        """Run a command as the first officer."""
        said = comity(*words, "--data", self.data, "--by", self.officers[0], "--json")
        assert said.code == 0, said
        return dict(said.json)

    def at(self, page: Page, officer: int) -> Page:
        """Sign one of the officers in."""
        link = comity("link", "--data", self.data, "--person", self.officers[officer]).out
        page.goto(link_of(link))
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(re.compile("/desk$"))
        return page


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Served while nobody takes its letters yet."""
    port = house.free_port()
    built, place = tmp_path / "talks", tmp_path / "place"
    first = str(init(built, "--json").json["person"])
    place.mkdir()
    monkeypatch.setenv("COMITY_MAIL", f"smtp://127.0.0.1:{port}")
    with house.serving(built, place=place) as (site, data):
        made = Office(site, data, (first, first), port)
        second = made.run("person", "add", "--name", "Second Officer")["person"]
        made.run("role", "give", second, "--for", HOST, "--power", "administer")
        made.officers = (first, second)
        yield made


def test_of_two_officers_who_end_one_mandate_the_second_is_told_and_loses_no_word(
    office: Office, window: Open
) -> None:
    person = office.run("person", "add", "--name", "Ana Reyes")["person"]
    mandate = office.run("role", "give", person, "--for", HOST, "--power", "speak")["id"]
    pages = [office.at(window(office.site), number) for number in (0, 1)]
    for page in pages:
        page.goto(f"/act/parties.end-mandate?mandate={mandate}")
    fill(pages[0], why="Posted elsewhere.")
    fill(pages[1], why="Left the ministry.")
    send(pages[0])
    receipt(pages[0])
    send(pages[1])
    expect(pages[1].locator("#refused")).to_contain_text("ended")
    expect(pages[1].locator('[name="why"]')).to_have_value("Left the ministry.")


def convened(page: Page) -> str:
    """Convene a meeting that was held, and return its id."""
    page.goto("/act/convene.convene-meeting?body=conference-on-cables")
    fill(page, name="First round", form="session", start="2026-11-01")
    page.locator('[name="attribution"][value="on-the-record"]').check()
    send(page)
    receipt(page)
    (meeting,) = page.request.get("/convene.json").json()["others"]
    return str(meeting["id"])


def minutes(page: Page, meeting: str) -> str:
    told = page.request.get(f"/meeting/{meeting}.json").json()
    return str(told["prepared"]["minutes"]["words"])


def test_of_two_officers_who_write_the_minutes_the_second_is_told_before_the_first_is_replaced(
    office: Office, window: Open
) -> None:
    pages = [office.at(window(office.site), number) for number in (0, 1)]
    meeting = convened(pages[0])
    for page in pages:
        page.goto(f"/act/convene.enter-minutes?meeting={meeting}")
    for page, words in zip(pages, ("The chair opened it.", "It was opened."), strict=True):
        fill(page, words=words)
        send(page)
    receipt(pages[0])
    refused = pages[1].locator("#refused")
    expect(refused).to_contain_text("was changed after you opened this form")
    expect(pages[1].locator('[name="words"]')).to_have_value("It was opened.")
    assert minutes(pages[0], meeting) == "The chair opened it."
    send(pages[1])
    receipt(pages[1])
    assert minutes(pages[0], meeting) == "It was opened."


def test_minutes_that_are_sent_twice_by_one_form_stand_once(office: Office, window: Open) -> None:
    page = office.at(window(office.site), 0)
    page.goto(f"/act/convene.enter-minutes?meeting={convened(page)}")
    fill(page, words="The chair opened it.")
    form = page.locator("main form.act").evaluate(
        "form => Object.fromEntries(new FormData(form).entries())"
    )
    send(page)
    first = receipt(page)
    again = page.request.post("/act/convene.enter-minutes", form=form)
    assert again.url.endswith(f"/receipt/{first}")


def test_one_form_that_is_sent_from_two_tabs_stands_once_and_other_words_are_a_conflict(
    office: Office, window: Open
) -> None:
    page = office.at(window(office.site), 0)
    page.goto("/act/parties.register-person")
    fill(page, name="Ana Reyes")
    form = page.locator("main form.act").evaluate(
        "form => Object.fromEntries(new FormData(form).entries())"
    )
    send(page)
    first = receipt(page)
    again = page.request.post("/act/parties.register-person", form=form)
    assert again.url.endswith(f"/receipt/{first}")
    other = page.request.post("/act/parties.register-person", form={**form, "name": "Ben Ode"})
    assert other.status == 422
    assert ("sent before, with other words" in other.text(), "Ben Ode" in other.text()) == (
        True,
        True,
    )
    people = page.request.get("/people.json").json()["people"]
    names = sorted(str(each["person"]["name"]) for each in people)
    assert names == ["Ana Reyes", "Ines T", "Second Officer"]


def test_while_no_server_takes_letters_none_is_lost_and_afterwards_each_is_sent_once(
    office: Office,
) -> None:
    person = office.run("person", "add", "--name", "Ana Reyes")["person"]
    officer = Visitor(office.site)
    link = link_of(comity("link", "--data", office.data, "--person", office.officers[0]).out)
    assert officer.post(link, seen_on=link).status == 200
    place = f"/let-in/{person}"
    assert officer.post(place, seen_on=place, mail="ana@x.example").status == 200
    assert Visitor(office.site).get("/healthz").status == 200
    time.sleep(7)  # The clerk comes by every three seconds, and finds nobody to take the letter.
    post = PostOffice()
    controller = Controller(post, hostname="127.0.0.1", port=office.port)
    controller.start()
    try:
        letter = post.link_to("ana@x.example")
        time.sleep(7)
    finally:
        controller.stop()
    assert [each["To"] for each in post.letters] == ["ana@x.example"]
    guest, way = Visitor(office.site), link_of(words_of(letter))
    assert guest.get(way).status == guest.get(way).status == 200
    assert guest.post(way, seen_on=way).status == 200
    assert Visitor(office.site).post(way, seen_on=way).status == 410
