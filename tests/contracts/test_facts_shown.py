"""Every fact the archive was written from stands on the page where a reader would look for it.

A fact stands there where each of its numbers and longer words does, on the page or in its twin. What is marked as
remembered, inferred or to be checked is not loaded, and so is not looked for.
"""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.journeys.visitor import Visitor
from tests.record.shared import SHARED

FACTS = SHARED / "data" / "programme.json"
pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="no data below COMITY_SHARED")

DOUBTFUL = re.compile(r"memory|inferred|unverified|check before|to be checked|country inferred")
OURS = frozenset(
    {
        "id",
        "kind",
        "type",
        "source",
        "earlier_names_source",
        "body",
        "norm",
        "norms",
        "host",
        "secretariat",
        "votes_file",
        "active_2018",
        "official_text_seen",
        "text_status",
        "name_source",
        "relation_is",
    }
)
"""What sorts and links the facts: ids, our own sorting, and where they were seen, which the record tells in its way."""

WHERE: dict[str, tuple[str, ...]] = {
    "objectives": ("/objective/{id}",),
    "process_phases": ("/work",),
    "work_areas": ("/work/{id}",),
    "groups": ("/body/{id}",),
    "summits": ("/meeting/{id}",),
    "meetings": ("/meeting/{id}",),
    "reports": ("/report/{id}",),
    "people": ("/body/gcsc", "/body/gcsc-research", "/body/gcsc-secretariat", "/work/wa-norms"),
    "calls": ("/call/{id}",),
    "consultations": ("/package/norm-package-singapore",),
    "norms": ("/norm/{id}",),
    "gcsc_recommendations": ("/report/rep-gcsc",),
    "norm_crosswalk": ("/norm/{from_}",),
    "instruments": ("/norms", "/work/wa-norms", "/party/unoda"),
    "organisations": ("/party/{id}",),
    "un_votes": ("/work/wa-norms",),
}
"""For each list, the pages on which its facts are looked for."""

REWORDED = {
    ("objectives", "obj-ops", "text"): "Closer working collaboration across borders",
    ("summits", "silicon-valley-2013", "note"): "more than 300 from 40 countries",
    ("norms", "gcsc-6", "summary"): "Those who develop and produce what the stability",
    ("organisations", "ewi", "role"): "Host of the programme; half of the joint secretariat",
}
"""What the archive says in other words, and which."""


ELSEWHERE = {"reddy": "/body/gcsc", "gcc": "/work"}
"""Where a difference stands that is about a person, or about the programme itself."""


def facts() -> dict[str, Any]:
    found = json.loads(FACTS.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def plain(words: object) -> str:
    return re.sub(r"\W+", " ", str(words)).strip().casefold()


@cache
def shown(site: str, path: str) -> str:
    """Return what a page and its twin say to everybody."""
    visitor = Visitor(site)
    page, twin = visitor.get(path), visitor.get(f"{path}.json" if path != "/" else "/index.json")
    assert (page.status, twin.status) == (200, 200), path
    links = " ".join(re.findall(r'href="([^"]+)"', page.text))
    words = re.sub(r"<[^>]+>", " ", page.text.partition("<main")[2])
    return plain(html.unescape(f"{words} {links} {twin.text}"))


def told(fact: Any, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield each field of a fact that may be loaded, with its value."""
    match fact:
        case dict():
            for key, value in fact.items():
                is_doubtful = DOUBTFUL.search(str(fact.get(f"{key}_note", "")))
                if key not in OURS and not is_doubtful:
                    yield from told(value, name or key)
        case list():
            for each in fact:
                yield from told(each, name)
        case bool() | None:
            return
        case _ if not DOUBTFUL.search(str(fact)):
            yield name, fact


def lost(fact: object, text: str) -> list[str]:
    """Return the numbers and longer words of a fact that a text does not say."""
    words = [each for each in plain(fact).split() if len(each) > 3 or each.isdigit()]
    known = set(text.split())
    return [each for each in words if each not in known and each not in text]


def test_no_list_of_facts_is_left_out() -> None:
    elsewhere = {
        "meta": "how the facts were compiled",
        "programme": "held below",
        "commission": "held below",
        "groups_note": "our own note",
        "supporters_note": "our own note",
        "datasets": "where to find more, no fact of the programme",
        "discrepancies": "held below",
    }
    assert set(facts()) - set(WHERE) == set(elsewhere)


@pytest.mark.parametrize("name", sorted(WHERE))
def test_every_fact_of_a_list_stands_on_its_page(site: str, name: str) -> None:
    missing = {}
    for fact in facts()[name]:
        if DOUBTFUL.search(str(fact.get("source", ""))):
            continue
        text = " ".join(shown(site, path.format(**fact)) for path in WHERE[name])
        for field, value in told(fact):
            other = REWORDED.get((name, fact.get("id", ""), field))
            if words := lost(other or value, text):
                missing[fact.get("id", ""), field, str(value)] = words
    assert missing == {}


@pytest.mark.parametrize(
    ("name", "paths"), [("programme", ("/", "/work")), ("commission", ("/body/gcsc",))]
)
def test_every_fact_of_the_programme_and_its_commission_stands_on_its_page(
    site: str, name: str, paths: tuple[str, ...]
) -> None:
    fact = facts()[name]
    is_unchecked = DOUBTFUL.search(str(fact.get("partners_note", "")))
    columns = ("partners", "sponsors", "supporters", "partners_note") if is_unchecked else ()
    text = " ".join(shown(site, path) for path in paths)
    missing = {
        (field, str(value)): words
        for field, value in told({key: each for key, each in fact.items() if key not in columns})
        if (words := lost(value, text))
    }
    assert missing == {}


def test_every_difference_stands_on_the_page_it_is_about(site: str) -> None:
    missing = {}
    for fact in facts()["discrepancies"]:
        kinds = ("meeting", "call", "body", "norm", "report", "party")
        pages = [f"/{kind}/{fact['about']}" for kind in kinds]
        there = ELSEWHERE.get(fact["about"]) or next(
            each for each in pages if Visitor(site).get(each).status == 200
        )
        text = shown(site, there)
        if "where sources differ" not in text:
            missing[fact["about"]] = there
    assert missing == {}
