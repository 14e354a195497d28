"""Lists taken away whole, feeds, and what a cache may keep of them."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest

from comity.sheets import Row, read_xlsx
from comity.web.behind import BEHIND
from comity.web.behind import LISTS as ALONE
from tests.journeys.visitor import Answer, Visitor

ATOM = "{http://www.w3.org/2005/Atom}"
TAKEN = {page.path: page.taken for page in (*BEHIND, *ALONE) if page.taken}
OF_A_BODY = {"body/<name:id>": "body/gcsc"}
LISTS = sorted(OF_A_BODY.get(path, path) for path in TAKEN)
ON = {
    **dict.fromkeys(("commitments", "evidence", "advocacy"), "mobilize"),
    **dict.fromkeys(("calls", "recommendations"), "reports"),
    "claims": "work",
}
"""On which page those lists stand that have none of their own."""
FEEDS = ("record", "texts", "meetings")


def got(site: str, path: str, *, role: str = "") -> Answer:
    visitor = Visitor(site)
    if role:
        visitor.walk_in(role)
    return visitor.get(path)


def rows(answer: Answer) -> list[list[str]]:
    assert answer.body.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))


def filled(row: Row, width: int) -> list[str]:
    return [row.cell(place) for place in range(width)]


def test_fifteen_lists_can_be_taken_away() -> None:
    assert LISTS == [
        "advocacy",
        "body/gcsc",
        "calls",
        "claims",
        "commitments",
        "convene",
        "endorsements",
        "evidence",
        "groups",
        "norms",
        "parties",
        "recommendations",
        "reports",
        "support",
        "work",
    ]


@pytest.mark.parametrize("path", LISTS)
def test_both_forms_hold_the_same_rows_and_each_row_says_where_it_is_from(
    site: str, path: str
) -> None:
    role = "volunteer" if path == "advocacy" else ""
    as_csv = rows(got(site, f"/{path}.csv", role=role))
    sheet = read_xlsx(got(site, f"/{path}.xlsx", role=role).body)
    as_xlsx = [list(sheet.headings), *(filled(row, len(sheet.headings)) for row in sheet.rows)]
    bare = [[re.sub(r"^'(?=[=+\-@\t])", "", cell).strip() for cell in row] for row in as_csv]
    assert bare == as_xlsx
    assert as_csv[0][-5:] == ["exercise", "recorded", "source", "effective", "act"]
    assert len(as_csv) > 1
    assert all(len(row) == len(as_csv[0]) for row in as_csv)


@pytest.mark.parametrize("path", LISTS)
def test_a_page_offers_them(site: str, path: str) -> None:
    links = set(got(site, f"/{ON.get(path, path)}").links())
    assert {f"/{path}.{form}" for form in ("csv", "xlsx", "json")} <= links


def test_a_list_of_more_than_a_page_is_taken_whole(site: str) -> None:
    ids = [row[0] for row in rows(got(site, "/norms.csv"))[1:]]
    assert len(ids) == len(set(ids)) > 50


def test_a_list_of_a_past_day_is_taken_as_of_that_day(site: str) -> None:
    answer = got(site, "/parties.csv?on=2018-05-20")
    ids = {row[0] for row in rows(answer)}
    assert ("ewi" in ids, "orf-america" in ids, "arvenia" in ids) == (True, False, False)
    assert answer.headers["content-disposition"] == 'attachment; filename="parties-2018-05-20.csv"'


def test_who_sees_less_takes_less_away(site: str) -> None:
    def seats(role: str) -> int:
        return len(rows(got(site, "/body/cables-conference.csv", role=role)))

    assert seats("") == 1
    assert seats("arvenia") > 5


def test_what_is_not_there_is_the_same_answer_as_its_twin(site: str) -> None:
    assert got(site, "/body/nowhere.csv").body == got(site, "/body/nowhere.json").body


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_can_be_read_and_every_entry_has_an_id_of_its_own(site: str, name: str) -> None:
    answer = got(site, f"/{name}.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.body)
    entries = feed.findall(f"{ATOM}entry")
    ids = [each.findtext(f"{ATOM}id", "") for each in entries]
    assert len(ids) == len(set(ids)) > 0
    assert all(
        re.fullmatch(r"tag:comity\.example,\d{4}-\d\d-\d\d:[a-z/-]+/act/\d+", each) for each in ids
    )
    for each in [feed, *entries]:
        assert each.findtext(f"{ATOM}title")
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", each.findtext(f"{ATOM}updated", "")
        )


def test_a_feed_tells_whoever_asks_what_it_tells_everybody(site: str) -> None:
    assert got(site, "/record.atom", role="chair").body == got(site, "/record.atom").body


@pytest.mark.parametrize("path", ["/parties.csv", "/norms.xlsx", "/norms.json", "/texts.atom"])
def test_what_a_stranger_gets_without_a_cookie_any_cache_may_keep_for_a_moment(
    site: str, path: str
) -> None:
    answer = got(site, path)
    assert answer.headers["cache-control"] == "public, max-age=15"
    assert "set-cookie" not in answer.headers
    assert {"cookie", "accept-language"} <= {
        each.strip().casefold() for each in answer.headers.get("vary", "").split(",")
    }


@pytest.mark.parametrize("path", ["/parties.csv", "/norms.json", "/parties"])
def test_what_a_person_who_is_signed_in_sees_no_cache_keeps(site: str, path: str) -> None:
    assert got(site, path, role="arvenia").headers["cache-control"] == "private, no-store"


def test_a_page_that_hands_out_a_form_is_one_browsers_own(site: str) -> None:
    answer = got(site, "/parties")
    assert "set-cookie" in answer.headers
    assert answer.headers["cache-control"] == "private, no-cache"
