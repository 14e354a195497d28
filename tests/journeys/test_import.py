"""A secretariat brings its spreadsheet: with and without script, on a phone, and nothing is lost between the steps."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from comity.sheets import read_csv, read_xlsx, write_xlsx
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Visitor
from tests.sheets.book import book, row, sheet, words

Own = tuple[str, Path, str]
HEADINGS = ["Organisation", "Type", "Land", "Remark"]
ROWS = [
    ["Cable Works", "company", "ARV", "first"],
    ["Cable Works Ltd", "company", "MER", ""],
    ["Tide Desk", "guild", "ARV", ""],
    ["Net & Sons <b>", "company", "ARV", ""],
]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Own]:
    """A programme of one's own: its address, its folder, its officer."""
    built = tmp_path / "talks"
    officer = str(init(built, "--json").json["person"])
    place = tmp_path / "place"
    place.mkdir()
    with house.serving(built, place=place) as (site, data):
        yield site, data, officer


def sign_in(page: Page, own: Own) -> None:
    link = comity("link", "--data", own[1], "--person", own[2]).out.strip()
    page.goto(re.sub(r"^http://localhost:8000", "", link))
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("Nothing is asked of you")


def parties(own: Own) -> list[str]:
    """The names of the organizations that the record shows to everybody."""
    text = Visitor(own[0]).get("/parties").text
    return [name for name in ("Cable Works Ltd", "Cable Works", "Net &amp; Sons") if name in text]


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_workbook_is_matched_tried_entered_mended_and_undone_on_a_phone(
    own: Own, window: Callable[..., Page], tmp_path: Path, script: bool
) -> None:
    page = window(own[0], width=390, script=script)
    sign_in(page, own)
    page.goto("/import?what=organizations")
    book = tmp_path / "list.xlsx"
    book.write_bytes(write_xlsx(HEADINGS, ROWS))
    page.set_input_files('[name="list"]', book)
    page.get_by_role("button", name="Match its columns").click()
    expect(page.locator("h1")).to_have_text("Which column says what?")
    expect(page.locator('[name="column-name"]')).to_have_value("0")
    expect(page.locator('[name="column-form"]')).to_have_value("1")
    page.select_option('[name="column-country"]', "2")
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.get_by_text("4 rows")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Nothing is entered yet")
    expect(page.locator("main")).to_contain_text("Nothing is said under “How it takes part”.")
    page.get_by_role("button", name="Match its columns again").click()
    expect(page.locator('[name="column-country"]')).to_have_value("2")
    page.select_option('[name="set-standing"]', "named")
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.locator(".lede")).to_have_text("2 rows would be entered.")
    expect(page.locator(".together h3")).to_have_text("Row 3 and row 2 of the list")
    expect(page.locator("main")).to_contain_text("Nothing is taken from: Remark.")
    if script:
        assert Axe().run(page).violations_count == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert parties(own) == []
    with page.expect_download() as given:
        page.get_by_role("button", name="as a workbook").click()
    left = read_xlsx(Path(given.value.path()).read_bytes())
    assert [row.number for row in left.rows] == [2, 3]
    assert left.headings == (*HEADINGS, "why", "decision")
    page.get_by_label("They are two: enter row 3").check()
    page.get_by_role("button", name="Enter them, and those I marked").click()
    expect(page.locator("h1")).to_have_text("3 rows are entered")
    assert parties(own) == ["Cable Works Ltd", "Cable Works", "Net &amp; Sons"]
    page.get_by_role("button", name="Undo all of it").click()
    expect(page.locator("h1")).to_have_text("3 acts are struck")
    assert parties(own) == []


def test_what_is_entered_twice_from_two_tabs_stands_once(
    own: Own, window: Callable[..., Page]
) -> None:
    page = window(own[0])
    sign_in(page, own)
    page.goto("/import")
    page.check('[name="what"][value="people"]')
    page.fill('[name="pasted"]', "name\toffice\nAna Reyes\tDeputy\nBen Ode\t")
    page.get_by_role("button", name="Match its columns").click()
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.get_by_role("button", name="Enter 2 rows")).to_be_visible()
    other = page.context.new_page()
    form = page.evaluate(
        "() => Array.from(new FormData(document.querySelector('main form'))).map(each => each.map(String))"
    )
    page.get_by_role("button", name="Enter 2 rows").click()
    expect(page.locator("h1")).to_have_text("2 rows are entered")
    body = dict(form) | {"step": "enter"}
    answer = other.context.request.post("/import", form=body, headers={"Referer": own[0] + "/"})
    assert answer.status == 200
    assert "Nothing had to be entered" in answer.text()
    found = comity("person", "list", "--data", own[1], "--by", own[2], "--json").json["people"]
    assert sorted(each["name"] for each in found) == ["Ana Reyes", "Ben Ode", "Ines T"]


def test_what_cannot_be_read_comes_back_with_everything_that_was_typed(
    own: Own, window: Callable[..., Page], tmp_path: Path
) -> None:
    page = window(own[0])
    sign_in(page, own)
    page.goto("/import?what=people")
    page.get_by_role("button", name="Match its columns").click()
    expect(page.get_by_role("alert")).to_contain_text("found nothing")
    old = tmp_path / "old.csv"
    old.write_bytes("name\nMédée\n".encode("cp1252"))
    page.set_input_files('[name="list"]', old)
    page.get_by_role("button", name="Match its columns").click()
    expect(page.locator("h1")).to_have_text("How is it written?")
    page.get_by_label("Médée").first.check()
    page.get_by_role("button", name="Match its columns").click()
    page.select_option('[name="column-name"]', "")
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.get_by_role("alert")).to_contain_text("expected a column of the list, found none")
    page.select_option('[name="column-name"]', "0")
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.locator("main")).to_contain_text("It was read as cp1252.")
    page.get_by_role("button", name="Enter 1 row").click()
    expect(page.locator("h1")).to_have_text("1 row is entered")
    page.goto("/people")
    expect(page.locator("main")).to_contain_text("Médée")


def test_what_others_endorsed_is_asked_for_its_source(
    own: Own, window: Callable[..., Page]
) -> None:
    page = window(own[0])
    sign_in(page, own)
    page.goto("/import?what=endorsements")
    page.fill('[name="pasted"]', "party;of;extent\nNobody;norm/x;whole\n")
    page.get_by_role("button", name="Match its columns").click()
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is said under “source”.")
    page.fill('[name="source"]', "The list of the ministry")
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.locator("main")).to_contain_text("a party that stands in the record")
    page.get_by_role("button", name="Match its columns again").click()
    expect(page.locator('[name="source"]')).to_have_value("The list of the ministry")


def test_another_sheet_of_a_workbook_is_chosen_on_the_page(
    own: Own, window: Callable[..., Page]
) -> None:
    page = window(own[0], width=390, script=False)
    sign_in(page, own)
    page.goto("/import?what=people")
    old = '<sheet name="Old" sheetId="2" r:id="r2"/>'
    people = {"xl/worksheets/sheet2.xml": sheet(row(1, words("A1", "name"))).encode()}
    both = book(row(1, words("A1", "Full name")), others=old, more=people)
    page.set_input_files('[name="list"]', FilePayload(name="b.xlsx", mimeType="", buffer=both))
    page.get_by_role("button", name="Match its columns").click()
    expect(page.locator('[name="column-name"]')).to_contain_text("name")
    page.select_option('[name="sheet"]', "Data")
    page.get_by_role("button", name="Read that sheet instead").click()
    expect(page.locator('[name="column-name"]')).to_contain_text("Full name")
    expect(page.locator('select[name="sheet"]')).to_contain_text("Old")


def test_only_those_who_run_the_programme_bring_lists(own: Own, site: str) -> None:
    assert Visitor(own[0]).get("/import").path == "/sign-in"
    delegate = Visitor(site)
    delegate.walk_in("meridonia")
    assert delegate.get("/import").status == 404
    office = Visitor(site)
    office.walk_in("secretariat")
    assert office.get("/import").status == 200


def test_an_empty_list_can_be_had_of_each_kind_and_in_both_forms(site: str) -> None:
    visitor = Visitor(site)
    for what in ("organizations", "people", "meetings", "endorsements", "commitments"):
        book, cells = visitor.get(f"/import/{what}.xlsx"), visitor.get(f"/import/{what}.csv")
        assert read_xlsx(book.body).headings == read_csv(cells.body).headings
        assert book.headers["content-disposition"] == f'attachment; filename="{what}.xlsx"'
    assert visitor.get("/import/guests.xlsx").status == 404
    assert visitor.get("/import/people.ods").status == 404
