"""Three minutes: what each stop shows, how it is left and found again, and the pictures of it."""

import base64
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from comity.web.stops import STOPS, Stop
from tests.journeys.steps import receipt, send

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
Open = Callable[..., Page]
TOLD = Path(__file__).parents[2] / "docs" / "tour.md"
FRONT = TOLD.parent / "picture.png"
FRONT_SIZE = (1080, 1236)
LARGEST = 120_000
QUALITY = 75
HEAD = """# Three minutes

Eight ordinary pages, as `make demo` shows them; the home page has the button. `make pictures` takes these from the
running demonstration.
"""


def begin(page: Page) -> None:
    """Press the one button of the home page."""
    page.goto("/")
    page.get_by_role("button", name="Three minutes: follow one sentence").click()


def on(page: Page) -> None:
    """Go to the next stop."""
    page.locator("aside.tour form button").first.click()


def stands_at(page: Page, number: int) -> None:
    """See which stop the bar names, and what it says of it."""
    expect(page.locator("aside.tour p")).to_contain_text(f"{number} of 8: ")
    expect(page.locator("aside.tour p")).to_contain_text(str(STOPS[number - 1].says))


@SCRIPTS
def test_three_minutes_lead_from_home_to_checking_it_oneself(
    own_site: str, window: Open, script: bool
) -> None:
    page = window(own_site, script=script)
    begin(page)
    main = page.locator("main")

    stands_at(page, 1)
    for door in ("Convene", "Reframe", "Mobilize", "Operate"):
        expect(main.get_by_role("heading", name=door, exact=True)).to_be_visible()
    expect(main).to_contain_text("More than 450 participants from 43 countries.")
    expect(main).to_contain_text("Each summit brought 200 to 400 leaders.")

    on(page)
    stands_at(page, 2)
    for station in ("New Delhi", "Call to Protect the Public Core", "Paris Call"):
        expect(main).to_contain_text(station)
    expect(main).to_contain_text("Nobody named below acted here.")
    expect(main).to_contain_text("None recorded here.")

    on(page)
    stands_at(page, 3)
    expect(page.locator("h1")).to_have_text("One thing is asked of you")
    expect(main).to_contain_text("UTC+5:30")
    expect(page.locator("ul.owed")).to_contain_text("Harbour time")

    on(page)
    stands_at(page, 4)
    seventh = page.locator('section.para[id$="-p7"]')
    for words in ("two hours", "twenty-four hours", "proposed by Arvenia", "proposed by Meridonia"):
        expect(seventh).to_contain_text(words)
    expect(seventh).to_contain_text("Arvenia opposes it")
    expect(page.locator("ol.strip li")).to_have_count(12)

    on(page)
    stands_at(page, 5)
    expect(main.locator("svg[data-left]")).to_be_visible()
    expect(main).to_contain_text("The chair of the Conference on broken cables sees that it came")
    send(page)
    act = receipt(page)
    stands_at(page, 5)
    page.goto("/silence/silence-now")
    page.get_by_role("button", name="Look as the chair").click()
    expect(main).to_contain_text("What you, in the chair, were told")
    expect(main).to_contain_text(f"act {act}")
    stands_at(page, 5)

    on(page)
    stands_at(page, 6)
    document = page.locator("article.document")
    expect(document).to_contain_text("I declare the text adopted, with that reservation.")
    expect(document.locator(".clause", has_text="7.")).to_contain_text("Meridonia, reservation")

    on(page)
    stands_at(page, 7)
    for station in ("speakers withheld", "Aldmoor committed to act", "answered in 41 minutes"):
        expect(main).to_contain_text(station)

    on(page)
    stands_at(page, 8)
    expect(main).to_contain_text("comity export")
    expect(main).to_contain_text("comity verify")
    expect(main.get_by_role("link", name="What a host could still do")).to_be_visible()
    on(page)
    expect(page.locator("aside.tour")).to_have_count(0)


@SCRIPTS
def test_the_tour_waits_where_it_was_left(site: str, window: Open, script: bool) -> None:
    page = window(site, script=script)
    begin(page)
    on(page)
    on(page)
    stands_at(page, 3)
    page.goto("/norms")
    expect(page.locator("aside.tour")).to_contain_text("3 of 8")
    page.get_by_role("button", name="Back to the tour").click()
    expect(page.locator("h1")).to_have_text("One thing is asked of you")
    page.goto("/")
    page.get_by_role("button", name="Go on with the three minutes, at 3 of 8").click()
    stands_at(page, 3)
    page.get_by_role("button", name="Leave the tour").click()
    expect(page.locator("aside.tour")).to_have_count(0)


def told() -> str:
    """Write the page of the tour, from the stops themselves."""
    return "\n".join([HEAD, *map(_told, STOPS)])


def _told(stop: Stop) -> str:
    picture = f"![{stop.title}](tour/{stop.number}.webp)"
    return f"## {stop.number}. {stop.title}\n\n{stop.says}\n\n{picture}\n"


def test_the_page_of_the_tour_says_what_the_stops_say() -> None:
    if os.environ.get("COMITY_PICTURES"):
        TOLD.write_text(told(), "utf-8")
    assert TOLD.read_text("utf-8") == told()
    for stop in STOPS:
        assert (TOLD.parent / "tour" / f"{stop.number}.webp").stat().st_size <= LARGEST


def photograph(page: Page) -> bytes:
    """Take what the window shows, small enough for a poor line."""
    camera = page.context.new_cdp_session(page)
    taken = camera.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(taken["data"])


@pytest.mark.skipif("COMITY_PICTURES" not in os.environ, reason="make pictures takes them")
def test_a_picture_is_taken_at_every_stop(own_site: str, window: Open) -> None:
    page = window(own_site, width=1000)
    begin(page)
    for stop in STOPS:
        stands_at(page, stop.number)
        if stop.number == 4:
            page.locator('section.para[id$="-p7"]').scroll_into_view_if_needed()
        picture = TOLD.parent / "tour" / f"{stop.number}.webp"
        picture.parent.mkdir(exist_ok=True)
        picture.write_bytes(photograph(page))
        on(page)


@pytest.mark.skipif("COMITY_PICTURES" not in os.environ, reason="make pictures takes them")
def test_a_picture_is_taken_for_the_front_page(site: str, window: Open) -> None:
    page = window(site, width=FRONT_SIZE[0])
    page.set_viewport_size({"width": FRONT_SIZE[0], "height": FRONT_SIZE[1]})
    page.goto("/sentence/understanding-1-p7")
    FRONT.write_bytes(page.screenshot())
