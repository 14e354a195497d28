"""Whatever is done, in whatever order: a replay gives what is shown, and nobody sees more than they may."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.cli.log_source import Folder
from comity.desk import clerk
from comity.desk.export import export
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from comity.record.export import Verified, verify_log
from comity.store import database, schema
from comity.store.database import Database
from comity.store.tables import DERIVED, KEPT
from tests.desk.house import CHAIR, PEOPLE, House, furnished, silence
from tests.desk.office import Office

WORDS = st.one_of(
    st.text(alphabet='aé\u0301网 络\n"\\x', max_size=12),
    # The same words again: what an act writes must not hang on what stood there before.
    st.sampled_from(["Too soon.", "Too late."]),
)
ON = st.sampled_from(["paragraph/p1", "text/text", "proposal/mine"])
PARTY = st.sampled_from(["north", "south"])
AUDIENCE = st.sampled_from(
    ["public", "programme", "body", "body-then", "chair", "directory", "secretariat", "own"]
)

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("position"), PARTY, ON, WORDS, AUDIENCE),
        st.tuples(st.just("position"), PARTY, ON, WORDS, AUDIENCE),
        st.tuples(st.just("propose"), PARTY, st.sampled_from(["p1", "p2"]), WORDS),
        st.tuples(st.just("withdraw"), PARTY),
        st.tuples(st.just("open-silence"), st.integers(3, 5)),
        st.tuples(st.just("break"), PARTY, WORDS),
        st.tuples(st.just("open-round"), st.integers(1, 3)),
        st.tuples(st.just("answer"), PARTY, WORDS, st.booleans()),
        st.tuples(st.just("open-ballot"), st.integers(1, 3), WORDS),
        st.tuples(st.just("vote"), PARTY, st.sampled_from(["yes", "no", "abstain"])),
        st.tuples(st.just("note"), PARTY, WORDS),
        st.tuples(st.just("explain"), PARTY, WORDS),
        st.tuples(st.just("wait"), st.integers(0, 3)),
        st.tuples(st.just("stay"), st.integers(0, 3)),
        st.tuples(st.just("clerk")),
        st.tuples(st.just("adopt")),
        st.tuples(st.just("strike"), PARTY, st.integers(0, 9)),
        st.tuples(
            st.just("open"),
            PARTY,
            st.integers(20, 40),
            st.sampled_from(["kind", "reason", "on", "stance"]),
        ),
        st.tuples(st.just("erase"), st.integers(0, 400)),
        st.tuples(st.just("erase-said"), st.lists(st.integers(0, 5), min_size=1, max_size=3)),
        st.tuples(st.just("erase-said"), st.lists(st.integers(0, 5), min_size=1, max_size=3)),
        st.tuples(st.just("end-seat"), st.integers(0, 4)),
    ),
    min_size=3,
    max_size=16,
)


def take(house: House, step: tuple[Any, ...]) -> None:
    """Try one thing; that it is refused is fine."""
    match step:
        case ("position", party, on, reason, audience):
            more = {"reason": reason, "audience": {"reason": audience}} if reason else {}
            own = {"on": on, "stance": "concern", **more}
            house.ask("reframe.take-position", by=PEOPLE[party], party=party, **own)
        case ("propose", party, paragraph, words):
            own = {
                "id": "mine",
                "text": "text",
                "paragraph": paragraph,
                "change": "replace",
                "words": words,
            }
            house.ask("reframe.propose-words", by=PEOPLE[party], party=party, **own)
        case ("withdraw", party):
            house.ask("reframe.withdraw-proposal", by=PEOPLE[party], party=party, proposal="mine")
        case ("wait", days):
            house.wait(days=days)
        case ("stay", days):
            house.stay(days=days)
        case ("clerk",):
            clerk.work(house.desk, post=Office())
        case ("adopt",):
            own = {"id": "done", "text": "text", "level": "consensus", "reason": "As heard."}
            house.ask("reframe.declare-adoption", by=CHAIR, **own)
        case _:
            ask(house, step)
            put_to_the_vote(house, step)
            undo(house, step)


def ask(house: House, step: tuple[Any, ...]) -> None:
    """Try to ask the parties something, or to answer it."""
    match step:
        case ("open-silence", days):
            house.ask("reframe.open-silence", by=CHAIR, **silence(house, days=days))
        case ("break", party, words):
            house.ask(
                "reframe.break-silence", by=PEOPLE[party], party=party, silence="quiet", words=words
            )
        case ("open-round", days):
            own = {**silence(house, days=days), "id": f"round-{house.now:%d}"}
            house.ask("reframe.open-round", by=CHAIR, **own)
        case ("answer", party, words, is_private):
            answer(house, party, words, is_private=is_private)


def put_to_the_vote(house: House, step: tuple[Any, ...]) -> None:
    """Try to open a ballot, to vote in the latest, and to say something about it."""
    latest = "SELECT key FROM entity WHERE type='ballot' ORDER BY made_by DESC"
    ballot = next((row[0] for row in house.store.rows(latest)), "none")
    match step:
        case ("open-ballot", days, motion):
            own: dict[str, Any] = {
                "id": f"ballot-{house.now:%d}",
                "on": "text/text",
                "motion": motion,
                "method": "roll-call",
                "majority": "simple-majority",
                "quorum": 1,
                "deadline": silence(house, days=days)["deadline"],
            }
            house.ask("reframe.open-ballot", by=CHAIR, **own)
        case ("vote", party, choice):
            own = {"ballot": ballot, "choice": choice}
            house.ask("reframe.cast-vote", by=PEOPLE[party], party=party, **own)
        case ("note", party, words):
            own = {"ballot": ballot, "meant": "abstain", "words": words}
            house.ask("reframe.note-vote", by=PEOPLE[party], party=party, **own)
        case ("explain", party, words):
            own = {"on": f"ballot/{ballot}", "words": words}
            house.ask("reframe.explain-position", by=PEOPLE[party], party=party, **own)


def answer(house: House, party: str, words: str, *, is_private: bool) -> None:
    """Try to object in the latest round."""
    rows = house.store.rows("SELECT key FROM entity WHERE type='round' ORDER BY made_by DESC")
    said = {"reason": words, "cure": words} if words.strip() else {}
    own = {"round": rows[0][0] if rows else "none", "reply": "object", "to_chair": is_private}
    house.ask("reframe.answer-round", by=PEOPLE[party], party=party, **own, **said)


def undo(house: House, step: tuple[Any, ...]) -> None:
    """Try to strike, open, erase or end something."""
    match step:
        case ("strike", party, place):
            own = {"act": theirs(house, party, place), "why": "Entered in error."}
            house.ask("programme.strike", by=PEOPLE[party], party=party, **own)
        case ("open", party, place, part):
            own = {
                "act": theirs(house, party, place),
                "opens": [{"part": part, "audience": "public"}],
            }
            house.ask("programme.open", by=PEOPLE[party], party=party, **own)
        case ("erase", place):
            rows = house.store.rows(
                "SELECT digest FROM part WHERE is_erasable=1 ORDER BY act, name"
            )
            house.ask("programme.erase", digests=[rows[place % len(rows)][0]], why="A court order.")
        case ("erase-said", places):
            rows = house.store.rows(
                "SELECT p.digest FROM part p JOIN act a ON a.idx=p.act"
                " WHERE p.is_erasable=1 AND a.party IN ('north', 'south') ORDER BY p.act, p.name"
            )
            if rows:
                chosen = list({rows[place % len(rows)][0]: place for place in places})
                house.ask("programme.erase", digests=chosen, why="A court order.")
        case ("end-seat", place):
            rows = house.store.rows("SELECT key FROM entity WHERE type='seat' ORDER BY made_by")
            house.ask("parties.end-seat", seat=rows[place % len(rows)][0])


def theirs(house: House, party: str, place: int) -> int:
    """Return one of a party's acts, or the text that was tabled."""
    rows = house.store.rows("SELECT idx FROM act WHERE party=? ORDER BY idx DESC", (party,))
    found = [row[0] for row in rows] or [0]
    return int(found[place % len(found)])


def emptied(store: Database) -> Database:
    """Return the database as new."""
    schema.create(store)
    store.script(f"DROP TABLE {name}" for name in (*KEPT, *DERIVED))
    return store


def try_all(store: Database, steps: list[tuple[Any, ...]]) -> None:
    """Take every step in a new house, then compare, export and verify."""
    with tempfile.TemporaryDirectory() as folder:
        house = furnished(Path(folder) / "house", emptied(store))
        for step in steps:
            take(house, step)
        assert check(house.desk).differing == ()
        for name, viewer in (("public", PUBLIC), ("north", house.desk.viewer(PEOPLE["north"]))):
            export(house.desk, viewer, Path(folder) / name)
            assert isinstance(verify_log(Folder(str(Path(folder) / name))), Verified)


@pytest.mark.slow
@given(STEPS)
@settings(max_examples=60)
def test_a_replay_gives_what_is_shown_on_sqlite(steps: list[tuple[Any, ...]]) -> None:
    store = database.in_memory()
    try_all(store, steps)
    store.close()


@pytest.mark.slow
@pytest.mark.postgresql
def test_a_replay_gives_what_is_shown_on_postgresql(postgresql_database: str) -> None:
    store = database.at_url(postgresql_database)

    @given(STEPS)
    @settings(max_examples=20)
    def tried(steps: list[tuple[Any, ...]]) -> None:
        try_all(store, steps)

    tried()
    store.close()
