"""A thousand of what waits, and of who was invited: each is on one page, and every page says how many there are."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.accounts.conftest import PostOffice
from tests.accounts.test_remarking import Own, officer, own
from tests.contracts.command import comity
from tests.journeys.visitor import Visitor

__all__ = ["own"]

MANY = 1_000
EARLIEST = "0001-01-01T00:00:00%2B23:59~r1"
"""A moment before the calendar begins."""
NOTHING = "2026-11-01T00:00:00%2B00:00~%00"
BEGAN = datetime(2026, 11, 1, microsecond=123, tzinfo=UTC)
WAITS = {"of": "core", "mail": "a@x.example", "language": "en", "stage": "review", "to_write": 0}
BESIDE = {"digest": "", "until": "2090-01-01 00:00:00", "words": "Words."}
ROWS: Mapping[str, dict[str, object]] = {
    "accounts_remark": {
        **WAITS,
        **BESIDE,
        "name": "Ana",
        "affiliation": "",
        "on": "",
        "confidential": 0,
        "reason": "",
    },
    "accounts_stated": {
        **WAITS,
        **BESIDE,
        "of": "call/core",
        "organization": "Lights",
        "form": "company",
        "country": "",
        "extent": "whole",
        "representative": "Ana",
        "office": "Director",
        "second_mail": "",
        "invited": "",
        "reason": "",
    },
    "accounts_invitedendorser": {
        **BESIDE,
        "of": "call/core",
        "about": "The call",
        "advocacy": "",
        "by_person": "k4f2mm",
        "by_party": "harbour-secretariat",
        "by_name": "The secretariat",
        "country": "",
        "organization": "Lights",
        "form": "",
        "representative": "",
        "office": "",
        "mail": "",
        "language": "en",
        "uses": 1,
        "left": 1,
        "to_write": 0,
        "led_to": "",
    },
}


@pytest.fixture(scope="module")
def many(own: Own) -> Own:
    """A thousand rows of each kind; every ten of them are of one moment."""
    with sqlite3.connect(own[1] / "comity.sqlite3", timeout=30) as kept:
        for table, said in ROWS.items():
            columns = {**said, "ref": "", "at": ""}
            names = ",".join(f'"{each}"' for each in columns)
            marks = ",".join("?" * len(columns))
            kept.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({marks})",
                ([*said.values(), f"r{number:04}", moment(number // 10)] for number in range(MANY)),
            )
    return own


def moment(minute: int) -> str:
    return (BEGAN + timedelta(minutes=minute)).strftime("%Y-%m-%d %H:%M:%S.%f")


def walked(visitor: Visitor, place: str, refs: Callable[[str], list[str]]) -> list[str]:
    """Go on with the list to its end; what stood on each page, in order."""
    found: list[str] = []
    at = place
    for _ in range(MANY):
        page = visitor.get(at)
        assert (page.status, "1000" in page.text or "1,000" in page.text) == (200, True), at
        assert len(page.body) < 400_000
        found += refs(page.text)
        on = re.findall(r'rel="next" href="\?([^"]+)"', page.text)
        if not on:
            return found
        at = f"{place}?{on[0]}"
    raise AssertionError("the list has no end")


def refs_in(page: str) -> list[str]:
    return re.findall(r'name="ref" value="(r\d+)"', page)


@pytest.mark.parametrize("place", ["/comments/review", "/endorsements/review"])
def test_each_of_a_thousand_that_wait_stands_on_one_page_the_oldest_first(
    many: Own, place: str
) -> None:
    assert walked(officer(many), place, refs_in) == [f"r{number:04}" for number in range(MANY)]


def test_every_invitation_is_listed_however_many_there_are(many: Own) -> None:
    found = walked(officer(many), "/endorsers", lambda page: re.findall(r"<h2>(Lights)</h2>", page))
    assert len(found) == MANY


def test_who_answers_on_a_later_page_stays_on_it(many: Own) -> None:
    secretariat = officer(many)
    first = secretariat.get("/comments/review")
    on = re.findall(r'rel="next" href="(\?[^"]+)"', first.text)[0]
    place = f"/comments/review{on}"
    ref = refs_in(secretariat.get(place).text)[0]
    said = {"ref": ref, "then": "decline", "reason": "Said before."}
    answered = secretariat.post(place, seen_on=place, **said)
    assert (answered.status, answered.path) == (200, place)
    assert ref not in refs_in(answered.text)
    assert "999" in answered.text


@pytest.mark.parametrize(
    "after", ["nothing", "2026-11-01~r1", "2026-11-01T00:00:00", "~", EARLIEST, NOTHING]
)
def test_a_place_in_the_list_that_is_none_is_not_here(many: Own, after: str) -> None:
    assert officer(many).get(f"/comments/review?after={after}").status == 404


def test_where_parties_are_too_many_to_list_one_is_named_by_its_id(
    many: Own, post_office: PostOffice, tmp_path: Path
) -> None:
    listed = tmp_path / "parties.csv"
    rows = "\n".join(f"Company {number:03},company,named" for number in range(205))
    listed.write_text(f"name,form,standing\n{rows}\nLights,company,named\n")
    by = ("--data", many[1], "--by", many[2], "--on-behalf-of", "harbour-secretariat")
    done = comity("import", "organizations", listed, *by)
    assert done.code == 0, done
    secretariat, place = officer(many), "/endorsements/review"
    page = secretariat.get(place).text
    assert page.count("<option") == 2 * page.count("<select")
    assert '<option value="lights" selected>' in page
    ref = refs_in(page)[0]
    wrong = secretariat.post(
        place, seen_on=place, ref=ref, then="publish", of_party="new", party_id="nobody"
    )
    assert (wrong.status, 'value="nobody"' in wrong.text) == (422, True)
