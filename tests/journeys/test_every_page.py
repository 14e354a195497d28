"""What holds on every page, whoever looks."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

from tests.journeys.steps import walk_in, walk_in_unseen
from tests.journeys.visitor import Visitor, crawl

ROLES = [
    "public",
    "secretariat",
    "chair",
    "arvenia",
    "meridonia",
    "aldmoor",
    "tarn",
    "company",
    "civil-society",
    "volunteer",
    "contact-officer",
    "observer",
]
FIRST_VIEW_BYTES = 50_000
FIRST_VIEW_REQUESTS = 4
AT_ONCE = 6
"""How many first views are waited for together."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize("role", ROLES)
def test_every_link_a_role_sees_leads_somewhere(site: str, role: str) -> None:
    visitor = Visitor(site)
    if role != "public":
        visitor.walk_in(role)
    lost = [(answer.path, answer.status) for answer in crawl(visitor) if answer.status != 200]
    assert lost == []


@pytest.mark.parametrize("place", ["/meeting/first-round", "/meeting/second-round"])
def test_a_paper_on_the_table_can_be_opened(site: str, place: str) -> None:
    visitor = Visitor(site)
    visitor.walk_in("meridonia")
    links = re.findall(r'href="(/paper/[^"]*)"', visitor.get(place).text)
    papers = [visitor.get(link) for link in links]
    assert [paper.status for paper in papers] == [200] * len(links)
    assert links
    for paper in papers:
        assert paper.headers["content-disposition"].startswith('attachment; filename="')
        assert paper.headers["x-content-type-options"] == "nosniff"
        assert paper.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert paper.headers["cache-control"] == "private, no-store"
    stranger = Visitor(site)
    assert {stranger.get(link).status for link in links} == {404}


@pytest.mark.parametrize("role", ["public", "meridonia"])
def test_every_page_has_a_twin_from_the_same_reading(site: str, role: str) -> None:
    visitor = Visitor(site)
    if role != "public":
        visitor.walk_in(role)
    pages = [
        answer.path.partition("?")[0] for answer in crawl(visitor, of_each=1) if answer.is_page
    ]
    without = []
    for path in sorted(set(pages)):
        twin = "/index.json" if path == "/" else f"{path}.json"
        apart = ("/act/", "/sign-in", "/accounts/", "/trust", "/glossary", "/tour", "/passkeys")
        if path.startswith(apart):
            continue
        if path.endswith("/from-word"):
            continue  # a form: the text has a twin
        answer = visitor.get(twin, accept="application/json")
        if (answer.status, answer.headers.get("content-type", "").partition(";")[0]) != (
            200,
            "application/json",
        ):
            without.append((twin, answer.status))
    assert without == []


Addresses = list[tuple[str, str]]
"""Who looks, and at which address."""


@pytest.fixture(scope="session")
def addresses(site: str) -> Addresses:
    """One address of every shape, each with one who may see it: the public, a delegate, the chair."""
    found: dict[str, str] = {}
    for role in ("public", "meridonia", "chair"):
        visitor = Visitor(site)
        if role != "public":
            visitor.walk_in(role)
        for answer in crawl(visitor, of_each=1):
            if answer.is_page:
                found.setdefault(answer.path, role)
    for path in ("/", "/desk", "/record", "/silence/silence-now", "/text/understanding-3"):
        found[path] = "meridonia"
    return sorted((role, path) for path, role in found.items())


def _each(page: Page, addresses: Addresses) -> Iterator[str]:
    """Look at every page as the one who may; yield where the window stands."""
    here = ""
    for role, address in addresses:
        if role != here:
            walk_in(page, role)
            here = role
        page.goto(address)
        yield address


@pytest.mark.parametrize(
    ("scheme", "direction"),
    [("light", "ltr"), ("dark", "ltr"), ("light", "rtl")],
    ids=["light", "dark", "rtl"],
)
def test_axe_finds_nothing_on_any_page(
    site: str, addresses: Addresses, window: Callable[..., Page], scheme: str, direction: str
) -> None:
    page = window(site, scheme=scheme)
    found = []
    for address in _each(page, addresses):
        if direction == "rtl":
            page.evaluate("document.documentElement.dir = 'rtl'")
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [(address, each["id"], each["nodes"][0]["html"][:120]) for each in violations]
    assert found == []


def test_the_first_view_of_any_page_is_light(
    site: str, addresses: Addresses, window: Callable[..., Page]
) -> None:
    heavy = []
    for begin in range(0, len(addresses), AT_ONCE):
        opened: list[tuple[str, Page, list[Response]]] = []
        for role, address in addresses[begin : begin + AT_ONCE]:
            page = window(site)
            walk_in_unseen(page, role)
            seen: list[Response] = []
            page.on("response", partial(list.append, seen))
            page.goto(address, wait_until="commit")
            opened.append((address, page, seen))
        # Half a second without a request is waited for on several pages together.
        for address, page, seen in opened:
            page.wait_for_load_state("networkidle")
            sizes = [answer.request.sizes()["responseBodySize"] for answer in seen]
            others = [answer.url for answer in seen if not answer.url.startswith(site)]
            if sum(sizes) > FIRST_VIEW_BYTES or len(sizes) > FIRST_VIEW_REQUESTS or others:
                heavy.append((address, sum(sizes), len(sizes), others))
            page.context.close()
    assert heavy == []


def test_no_page_scrolls_sideways_on_a_phone(
    site: str, addresses: Addresses, window: Callable[..., Page]
) -> None:
    page = window(site, width=320)
    wide = []
    for address in _each(page, addresses):
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append((address, width))
    assert wide == []


def test_no_page_complains_in_the_console(
    site: str, addresses: Addresses, window: Callable[..., Page]
) -> None:
    page = window(site)
    said: list[Any] = []
    page.on(
        "console",
        lambda message: said.append((page.url, message.text)) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    for _ in _each(page, addresses):
        pass
    assert said == []


def test_a_page_for_nobody_and_a_page_not_yours_answer_alike(
    site: str, demonstration: Path
) -> None:
    visitor = Visitor(site)
    unknown, sealed = visitor.get("/silence/no-such-silence"), visitor.get("/silence/silence-now")
    assert (unknown.status, sealed.status) == (404, 404)
    assert unknown.text.replace("no-such-silence", "") == sealed.text.replace("silence-now", "")
