"""One verdict, told twice: in Python for a part, in SQL for a question. They must never differ."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.audience import Audience
from comity.store import database, schema
from comity.store.database import Database
from comity.store.sight import Facts, Period, Sight, where

NAMES = st.sampled_from(["a", "b", ""])
SOME = st.frozensets(st.sampled_from(["a", "b"]))
INSTANTS = st.sampled_from([f"2026-03-0{day}T00:00:00.000000Z" for day in range(1, 6)])
SIGHTS = st.builds(
    Sight,
    person=NAMES,
    parties=SOME,
    bodies=SOME,
    chairs=SOME,
    periods=st.lists(
        st.builds(Period, NAMES, INSTANTS, INSTANTS, st.integers(0, 2)), max_size=2
    ).map(tuple),
    asked=st.frozensets(st.integers(0, 2)),
    is_in_programme=st.booleans(),
    is_secretariat=st.booleans(),
    directories=st.frozensets(NAMES),
)
FACTS = st.builds(
    Facts, NAMES, st.sampled_from(["a", "b"]), NAMES, INSTANTS, st.just(1), NAMES, SOME
)
AUDIENCES = st.sampled_from([*(each.value for each in Audience), "any", "friends"])


@pytest.fixture(scope="module")
def empty() -> Iterator[Database]:
    opened = database.in_memory()
    schema.create(opened)
    yield opened
    opened.close()


@given(sight=SIGHTS, facts=FACTS, audience=AUDIENCES)
def test_the_query_sees_what_the_viewer_sees(
    empty: Database, sight: Sight, facts: Facts, audience: str
) -> None:
    empty.script(["DELETE FROM act", "DELETE FROM named"])
    empty.add(
        "act",
        [
            (
                1,
                "k",
                audience,
                facts.by,
                facts.party,
                "",
                facts.body,
                facts.scope,
                facts.at,
                "",
                0,
                0,
                None,
            )
        ],
    )
    empty.add("named", ((1, party) for party in facts.named))
    condition, values = where(sight, "a.kind_audience", "a")
    found = empty.rows(f"SELECT 1 FROM act a WHERE {condition}", values)
    assert bool(found) is sight.sees(audience, facts)


def test_an_audience_nobody_knows_is_seen_by_nobody() -> None:
    everyone = Sight(
        person="a",
        parties=frozenset("a"),
        bodies=frozenset("a"),
        is_in_programme=True,
        is_secretariat=True,
        directories=frozenset({""}),
    )
    assert not everyone.sees("friends", Facts("b", "b", "a", "", 1))
