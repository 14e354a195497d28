"""The archive beside the facts it was written from: every name, date, norm and relation of theirs is in it."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from programmes.reader import Step
from tests.programmes.scripts import of_kind
from tests.record.shared import SHARED

FACTS = SHARED / "data" / "programme.json"
pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="no data below COMITY_SHARED")


def facts(name: str) -> list[dict[str, Any]]:
    """Return one list of the facts."""
    found = json.loads(FACTS.read_text(encoding="utf-8"))[name]
    assert isinstance(found, list)
    return found


def plain(words: object) -> str:
    """Return words without case and signs, so that only what they say is compared."""
    return re.sub(r"\W+", " ", str(words)).strip().casefold()


def said(kind: str, *fields: str) -> set[tuple[str, ...]]:
    """Return some fields of all acts of a kind."""
    steps: Sequence[Step] = of_kind("eastwest", kind)
    return {tuple(plain(step.envelope.get(field, "")) for field in fields) for step in steps}


def told(name: str, *fields: str) -> set[tuple[str, ...]]:
    """Return some fields of all facts of a list."""
    return {tuple(plain(fact.get(field, "")) for field in fields) for fact in facts(name)}


@pytest.mark.parametrize(
    ("name", "fields", "kind", "own"),
    [
        ("objectives", ("title",), "programme.set-objective", ("title",)),
        ("work_areas", ("name",), "programme.open-work-area", ("title",)),
        ("organisations", ("name",), "parties.admit-party", ("name",)),
        ("people", ("name",), "parties.register-person", ("name",)),
        ("calls", ("title", "issued"), "reframe.issue-call", ("title", "issued")),
        ("norms", ("number", "title"), "reframe.put-forward-norm", ("number", "title")),
        ("reports", ("title",), "reframe.publish-report", ("title",)),
        ("norm_crosswalk", ("from_", "to"), "reframe.relate-norms", ("norm", "other")),
        ("summits", ("start", "end"), "convene.convene-meeting", ("start", "end")),
        ("meetings", ("start",), "convene.convene-meeting", ("start",)),
        ("groups", ("name",), "parties.found-body", ("name",)),
    ],
)
def test_every_fact_of_a_list_is_in_the_archive(
    name: str, fields: Iterable[str], kind: str, own: Iterable[str]
) -> None:
    assert told(name, *fields) - said(kind, *own) == set()


def test_a_norm_is_told_in_the_words_of_its_summary() -> None:
    known = {
        step.envelope["id"]: plain(step.envelope.get("summary", ""))
        for step in of_kind("eastwest", "reframe.put-forward-norm")
    }
    differing = {
        fact["id"]
        for fact in facts("norms")
        if not known.get(fact["id"], "").startswith(_seen(fact))
    }
    assert differing == set()


def _seen(fact: dict[str, Any]) -> str:
    """Return a summary without what is noted in brackets about how much of it was seen."""
    return plain(re.sub(r"\([^()]*\)\.?$", "", fact.get("summary") or ""))


def test_every_difference_between_sources_is_noted() -> None:
    about = {
        str(step.envelope["about"]).partition("/")[2]
        for step in of_kind("eastwest", "programme.note-source-difference")
    }
    assert len(about) == len({fact["about"] for fact in facts("discrepancies")})


def test_the_request_for_comments_is_in_it_with_its_days() -> None:
    found = said("reframe.open-consultation", "title", "opens", "closes")
    assert found == told("consultations", "title", "opens", "closes")
