import psycopg
import pytest

pytestmark = pytest.mark.postgresql


def setting(dsn: str, name: str) -> str:
    with psycopg.connect(dsn) as connection:
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
    assert row is not None
    return str(row[0])


def test_the_server_listens_on_no_network(postgresql: str) -> None:
    assert setting(postgresql, "listen_addresses") == ""


def test_the_server_is_as_durable_as_a_real_one(postgresql: str) -> None:
    names = ("fsync", "synchronous_commit", "full_page_writes")
    assert [setting(postgresql, name) for name in names] == ["on", "on", "on"]


def test_names_sort_by_their_bytes(postgresql_database: str) -> None:
    with psycopg.connect(postgresql_database) as connection:
        rows = connection.execute("SELECT x FROM unnest(ARRAY['b','a','B','é','Z']) x ORDER BY x")
        assert [row[0] for row in rows] == ["B", "Z", "a", "b", "é"]


def test_every_test_has_a_database_to_itself(postgresql_database: str) -> None:
    with psycopg.connect(postgresql_database) as connection:
        rows = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        assert rows.fetchone() == (0,)
