"""What holds on every page, whoever looks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

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
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize("role", ROLES)
def test_every_link_a_role_sees_leads_somewhere(site: str, role: str) -> None:
    visitor = Visitor(site)
    if role != "public":
        visitor.walk_in(role)
    lost = [(answer.path, answer.status) for answer in crawl(visitor) if answer.status != 200]
    assert lost == []


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
        if path.startswith(("/act/", "/sign-in", "/accounts/", "/trust", "/tour")):
            continue
        answer = visitor.get(twin, accept="application/json")
        if (answer.status, answer.headers.get("content-type", "").partition(";")[0]) != (
            200,
            "application/json",
        ):
            without.append((twin, answer.status))
    assert without == []


@pytest.fixture(scope="session")
def addresses(site: str) -> list[str]:
    """One address of every shape, as the public and as a delegate see them."""
    found: dict[str, None] = {}
    for role in ("public", "meridonia", "chair"):
        visitor = Visitor(site)
        if role != "public":
            visitor.walk_in(role)
        found |= {answer.path: None for answer in crawl(visitor, of_each=1) if answer.is_page}
    return list(found)


def _walk_in(page: Page, role: str) -> None:
    page.goto("/")
    page.evaluate(
        """async role => {
            const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
            await fetch('/walk-in', {method: 'POST', body: new URLSearchParams({role, csrfmiddlewaretoken: token})});
        }""",
        role,
    )


@pytest.mark.parametrize(
    ("scheme", "direction"),
    [("light", "ltr"), ("dark", "ltr"), ("light", "rtl")],
    ids=["light", "dark", "rtl"],
)
def test_axe_finds_nothing_on_any_page(
    site: str, addresses: list[str], window: Callable[..., Page], scheme: str, direction: str
) -> None:
    page = window(site, scheme=scheme)
    _walk_in(page, "meridonia")
    found = []
    for address in addresses:
        page.goto(address)
        if direction == "rtl":
            page.evaluate("document.documentElement.dir = 'rtl'")
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [(address, each["id"], each["nodes"][0]["html"][:120]) for each in violations]
    assert found == []


def test_the_first_view_of_any_page_is_light(
    site: str, addresses: list[str], window: Callable[..., Page]
) -> None:
    heavy = []
    for address in addresses:
        page = window(site)
        seen: list[Response] = []
        page.on("response", partial(list.append, seen))
        page.goto(address, wait_until="networkidle")
        sizes = [answer.request.sizes()["responseBodySize"] for answer in seen]
        others = [answer.url for answer in seen if not answer.url.startswith(site)]
        if sum(sizes) > FIRST_VIEW_BYTES or len(sizes) > FIRST_VIEW_REQUESTS or others:
            heavy.append((address, sum(sizes), len(sizes), others))
        page.context.close()
    assert heavy == []


def test_no_page_scrolls_sideways_on_a_phone(
    site: str, addresses: list[str], window: Callable[..., Page]
) -> None:
    page = window(site, width=390)
    _walk_in(page, "meridonia")
    wide = []
    for address in addresses:
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide.append((address, width))
    assert wide == []


def test_no_page_complains_in_the_console(
    site: str, addresses: list[str], window: Callable[..., Page]
) -> None:
    page = window(site)
    said: list[Any] = []
    page.on(
        "console",
        lambda message: said.append((page.url, message.text)) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    _walk_in(page, "meridonia")
    for address in addresses:
        page.goto(address)
    assert said == []


def test_a_page_for_nobody_and_a_page_not_yours_answer_alike(
    site: str, demonstration: Path
) -> None:
    visitor = Visitor(site)
    unknown, sealed = visitor.get("/silence/no-such-silence"), visitor.get("/silence/silence-now")
    assert (unknown.status, sealed.status) == (404, 404)
    assert unknown.text.replace("no-such-silence", "") == sealed.text.replace("silence-now", "")
