"""From `comity init` to a first adopted text and a first endorsement: four people, each on a device of their own.

The officer at a desk; the chair at another; one delegate who has nothing but the links that letters bring; and one on
a telephone of 390 pixels whose browser runs no script.
"""

import re
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
from tests.journeys.steps import confirm, fill, receipt, send
from tests.journeys.visitor import Visitor

Open = Callable[..., Page]
BODY = "conference-on-cables"
HOST = "harbour-secretariat"
DRAFT = "1. Each party keeps a contact.\n\n2. A contact answers within two hours."


class Programme:
    """A programme that was begun a moment ago, served, and its post office."""

    def __init__(self, site: str, data: Path, link: str, post: PostOffice) -> None:
        self.site, self.data, self.link, self.post = site, data, link, post

    def sign_in(self, page: Page, link: str) -> None:
        """Come in by a link that was handed over."""
        page.goto(link)
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(re.compile("/desk$"))

    def link_for(self, person: str) -> str:
        """Have the host make a link, to be handed over."""
        return link_of(comity("link", "--data", self.data, "--person", person).out)


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Programme]:
    """`comity init` with a mail server, and the programme served."""
    post = PostOffice()
    controller = Controller(post, hostname="127.0.0.1", port=house.free_port())
    controller.start()
    try:
        mail = f"smtp://127.0.0.1:{controller.port}"
        said = init(tmp_path / "talks", "--json", mail=mail, mail_from="desk@talks.example")
        assert said.code == 0, said
        assert post.next(1)["Subject"] == "A trial letter from Harbour talks"
        place = tmp_path / "place"
        place.mkdir()
        with house.serving(tmp_path / "talks", place=place) as (site, data):
            link = said.json["link"].removeprefix("http://localhost:8000")
            yield Programme(site, data, link, post)
    finally:
        controller.stop()


def do(page: Page, act: str, *marks: tuple[str, str], **typed: str) -> int:
    """Fill in an act's form, enter it, and return its number."""
    page.goto(act if act.startswith("/") else f"/act/{act}")
    fill(page, **typed)
    for name, value in marks:
        page.locator(f'main form.act [name="{name}"][value="{value}"]').check()
    send(page)
    if "pasted" in typed:
        confirm(page)
    return receipt(page)


def person_of(officer: Page, name: str) -> str:
    """Find the id of somebody on the page of people."""
    found = officer.request.get("/people.json").json()["people"]
    (one,) = [each["person"] for each in found if each["person"]["name"] == name]
    return str(one["id"])


def furnish(officer: Page) -> dict[str, str]:
    """Admit two parties, enter three people, give them what they need, and seat them."""
    for name in ("Arvenia", "Meridonia"):
        do(officer, "parties.admit-party", name=name, form="state", standing="party")
    parties = officer.request.get("/parties.json").json()
    people: dict[str, str] = {}
    for name in ("Cleo Chair", "Ana Reyes", "Ben Ode"):
        do(officer, "parties.register-person", name=name)
        people[name] = person_of(officer, name)
    ids = {
        each["name"]: each["id"] for group in parties["taking_part"] for each in group["parties"]
    }
    for name, party in (
        ("Cleo Chair", "Harbour Secretariat"),
        ("Ana Reyes", "Arvenia"),
        ("Ben Ode", "Meridonia"),
    ):
        officer.goto("/people")
        row = officer.locator("li", has=officer.get_by_role("heading", name=name))
        row.get_by_role("link", name="Give a mandate").click()
        fill(officer, for_party=ids[party], start="2026-11-01")
        for power in ("speak", "endorse"):
            officer.locator(f'[name="powers"][value="{power}"]').check()
        send(officer)
        receipt(officer)
    chair = f"/act/parties.seat-member?body={BODY}&person={people['Cleo Chair']}"
    do(officer, chair, role="chair", for_party=HOST, start="2026-11-01")
    for name in ("Arvenia", "Meridonia"):
        seat = f"/act/parties.seat-member?body={BODY}&for_party={ids[name]}"
        do(officer, seat, role="member", start="2026-11-01")
    return people


@pytest.mark.slow
def test_four_people_on_four_devices_come_to_a_text_that_stands(
    begun: Programme, window: Open
) -> None:
    officer = window(begun.site)
    begun.sign_in(officer, begun.link)
    people = furnish(officer)
    do(
        officer,
        f"/act/convene.convene-meeting?body={BODY}",
        name="First round",
        form="session",
        start="2026-12-01",
    )
    officer.goto(f"/let-in/{people['Ana Reyes']}")
    officer.fill('[name="mail"]', "ana@arvenia.example")
    officer.get_by_role("button", name="Send them a link").click()
    expect(officer.locator("h1")).to_have_text("A letter is on its way")

    chair = window(begun.site)
    begun.sign_in(chair, begun.link_for(people["Cleo Chair"]))
    table = f"/act/reframe.table-text?body={BODY}"
    do(chair, table, title="Understanding on cables", pasted=DRAFT)
    (text,) = chair.request.get("/reframe.json").json()["negotiated"]

    by_mail = window(begun.site)
    begun.sign_in(by_mail, link_of(words_of(begun.post.link_to("ana@arvenia.example"))))
    do(by_mail, f"/act/reframe.take-position?on=text/{text['id']}", stance="support")

    phone = window(begun.site, width=390, script=False)
    begun.sign_in(phone, begun.link_for(people["Ben Ode"]))
    position = f"/act/reframe.take-position?on=text/{text['id']}"
    do(phone, position, stance="can-live-with", reason="Two hours will be hard at night.")

    adopt = f"/act/reframe.declare-adoption?text={text['id']}"
    do(chair, adopt, level="consensus", reason="Nobody in the room objected.")
    (adoption,) = chair.request.get("/reframe.json").json()["adopted"]
    do(phone, f"/act/mobilize.endorse?of=adoption/{adoption['id']}", extent="whole")
    chair.goto(f"/text/{text['id']}")
    assert set(chair.locator(".state b").all_inner_texts()) == {"Adopted"}

    by_mail.goto(f"/adoption/{adoption['id']}")
    expect(by_mail.locator("main")).to_contain_text("A contact answers within two hours.")
    expect(by_mail.locator("main")).to_contain_text("Meridonia")
    assert "Meridonia" in Visitor(begun.site).get("/mobilize").text
    phone.goto("/desk")
    assert comity("replay", "--check", "--data", begun.data).code == 0
