"""What is printed: adopted texts, agenda, attendance, minutes and the page to take along, on A4 and Letter."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import fill, receipt, send, walk_in_unseen

PAPER = {"A4": 642, "Letter": 665}
"""How wide what is printed is, in pixels: the sheet without its margins of 20 mm."""
DOCUMENTS = {
    "/adoption/adoption-1": 2,
    "/adoption/adoption-season": 1,
    "/target/aldmoor-ports/brief": 1,
    "/meeting/third-round/agenda": 1,
    "/meeting/third-round/attendance": 1,
    "/meeting/second-round/attendance": 1,
    "/meeting/second-round/minutes": 2,
    "/meeting/gcsc-addis/minutes": 1,
}
"""How many pages each has in the demonstration, on either paper."""
BEYOND = """width => [...document.querySelectorAll("main *")]
  .filter(each => each.checkVisibility() && !each.closest(".out"))
  .map(each => [each.getBoundingClientRect(), each])
  .filter(([box]) => box.width && (box.right > width + 1 || box.left < -1))
  .map(([, each]) => each.tagName + "." + each.className)"""
HIDDEN = "header.top, aside.role, footer.foot, .unprinted, form, main .button"
Window = Callable[..., Page]


def pages(page: Page, paper: str) -> int:
    """Print, and count."""
    printed = page.pdf(format=paper)
    (count,) = re.findall(rb"/Type /Pages\s*/Count (\d+)", printed)
    return int(count)


@pytest.fixture
def page(site: str, window: Window) -> Page:
    opened = window(site)
    walk_in_unseen(opened, "secretariat")
    return opened


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("address", DOCUMENTS)
def test_it_prints_on_so_many_pages_with_its_heading_and_nothing_beyond_the_edge(
    page: Page, address: str, paper: str
) -> None:
    page.goto(address)
    assert pages(page, paper) == DOCUMENTS[address]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER[paper], "height": 1000})
    assert page.evaluate(BEYOND, PAPER[paper]) == []
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("main .head")).to_contain_text("Global Cooperation in Cyberspace")
    assert (
        page.locator(HIDDEN).evaluate_all("all => all.filter(e => e.checkVisibility()).length") == 0
    )


@pytest.mark.parametrize("paper", PAPER)
def test_from_right_to_left_nothing_stands_beyond_the_edge_either(page: Page, paper: str) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER[paper], "height": 1000})
    beyond = {}
    for address in DOCUMENTS:
        page.goto(f"{address}?direction=rtl")
        beyond[address] = page.evaluate(BEYOND, PAPER[paper])
    assert beyond == {each: [] for each in DOCUMENTS}


PRACTICE = "Exercise. The parties are fictional and nothing here counts outside it."


def test_the_foot_names_the_document_and_counts_its_pages(page: Page) -> None:
    found = page.request.get("/meeting/third-round/agenda.css")
    assert found.headers["content-type"] == "text/css; charset=utf-8"
    told = re.findall(r"content: ([^;]*);", found.text())
    assert [unquoted(each) for each in told if each != '""'] == [
        PRACTICE,
        "Third round · Agenda\nGlobal Cooperation in Cyberspace",
        "Page counter(page) of counter(pages)",
    ]


def test_every_sheet_of_an_exercise_says_so_and_no_sheet_of_the_archive(page: Page) -> None:
    marked = {}
    for address in (*DOCUMENTS, "/body/cables-conference", "/body/gcsc"):
        page.goto(address)
        sheets = page.locator('link[rel="stylesheet"][media="print"]').all()
        written = [page.request.get(str(each.get_attribute("href"))).text() for each in sheets]
        heads = [words for each in written for words in re.findall(r'content: ("[^"]*")', each)]
        marked[address] = [unquoted(each) for each in heads].count(PRACTICE)
    assert marked == {each: int("gcsc" not in each) for each in marked}


def test_a_document_that_is_nobodys_to_see_has_no_foot(site: str, window: Window) -> None:
    stranger = window(site)
    for address in ("/meeting/no-such/agenda.css", "/meeting/third-round/menu.css"):
        assert stranger.request.get(address).status == 404
    assert stranger.request.get("/target/no-such/brief.css").status == 404


def test_a_page_to_take_along_stays_one_page_however_many_called_before(
    own_site: str, window: Window
) -> None:
    page = window(own_site)
    walk_in_unseen(page, "civil-society")
    for number in range(9):
        page.goto("/target/aldmoor-ports")
        page.get_by_role("link", name="Log advocacy").first.click()
        fill(page, outcome="interested", met_on="2026-11", words=f"Visit {number}. " * 20)
        send(page)
        receipt(page)
    page.goto("/target/aldmoor-ports/brief")
    expect(page.get_by_text(re.compile(r"Of \d+ visits, five"))).to_be_visible()
    assert {paper: pages(page, paper) for paper in PAPER} == {"A4": 1, "Letter": 1}


def test_a_meetings_page_leads_to_what_can_be_printed_of_it(page: Page) -> None:
    page.goto("/meeting/second-round")
    page.get_by_role("link", name="Minutes", exact=True).click()
    expect(page.locator("main .num b")).to_have_text("Minutes")


def unquoted(words: str) -> str:
    """Read a string of CSS in which every odd sign is a number."""
    read = re.sub(r"\\([0-9a-f]{6})", lambda sign: chr(int(sign[1], 16)), words)
    return read.replace('"', "").replace("  ", " ")
