"""What both vendors promise alike."""

import pytest

from comity.store import schema
from comity.store.database import Database
from comity.store.tables import DERIVED, KEPT, column_types


@pytest.fixture
def empty(store: Database) -> Database:
    schema.create(store)
    return store


def test_making_the_tables_again_changes_nothing(empty: Database) -> None:
    empty.run("INSERT INTO heartbeat VALUES (?)", ("2026-03-02T09:00",))
    schema.create(empty)
    assert empty.rows("SELECT * FROM heartbeat") == [("2026-03-02T09:00",)]


def test_what_is_derived_goes_and_what_is_kept_stays(empty: Database) -> None:
    empty.run("INSERT INTO heartbeat VALUES (?)", ("2026-03-02T09:00",))
    empty.add("term", [("cable", 1, "words")])
    schema.renew(empty)
    assert (empty.rows("SELECT * FROM term"), len(empty.rows("SELECT * FROM heartbeat"))) == ([], 1)


def test_text_is_ordered_by_code_point(empty: Database) -> None:
    words = ["b", "B", "a", "é", "z", "Z", "_", "网", "\U0001f54a"]
    empty.add("term", ((word, 1, "words") for word in words))
    assert [row[0] for row in empty.rows("SELECT term FROM term ORDER BY term")] == sorted(words)


def test_what_waits_is_seen_by_who_reads(empty: Database) -> None:
    with empty.writing():
        empty.add("term", [("cable", 1, "words")])
        assert empty.rows_before("SELECT count(*) FROM term") == [(0,)]
        assert empty.row("SELECT count(*) FROM term") == (1,)


def fail(database: Database) -> None:
    with database.writing():
        database.add("term", [("cable", 1, "words")])
        database.run("INSERT INTO heartbeat VALUES (?)", ("2026-03-02T09:00",))
        raise ZeroDivisionError


def test_what_fails_leaves_nothing_and_nothing_waiting(empty: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        fail(empty)
    assert (empty.rows("SELECT * FROM term"), empty.rows("SELECT * FROM heartbeat")) == ([], [])


def test_a_question_mark_in_a_value_is_only_a_value(empty: Database) -> None:
    empty.add("term", [("100% sure?", 1, "words")])
    assert empty.rows("SELECT term FROM term WHERE term=?", ("100% sure?",)) == [("100% sure?",)]


def test_every_column_has_a_type_that_both_know() -> None:
    assert {kind for table in (*KEPT, *DERIVED) for kind in column_types(table)} == {
        "INT",
        "TEXT",
        "BYTES",
    }


def test_sqlite_writes_to_the_disk_and_forgets_what_is_deleted(store: Database) -> None:
    if not store.is_sqlite:
        pytest.skip("the other store has its own ways")
    asked = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    assert [store.rows(f"PRAGMA {name}")[0][0] for name in asked] == ["wal", 2, 1, 1]
