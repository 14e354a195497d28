"""Several acts by one press: all of them stand, or none."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from comity.core.errors import Malformed
from comity.core.party import Party
from comity.desk.host_key import host_key
from comity.desk.outcome import Conflict, Receipt, Refused, Undone
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from comity.record import Verifier, verify_receipt
from tests.desk.house import HOST, ORIGIN, House
from tests.desk.killed_between import NEWCOMER, OBSERVER

ROOT = Path(__file__).resolve().parents[2]
Several = list[dict[str, Any]]
BOTH: Several = [NEWCOMER, OBSERVER]


def ask(house: House, several: Several) -> tuple[Receipt, ...] | Undone:
    house.wait(seconds=1)
    return house.desk.submit_all(several, person=HOST)


def state(house: House) -> tuple[int, object, int]:
    """How long the log is, whether the newcomer is in it, and how many nonces are kept."""
    size, found = house.desk.read(PUBLIC, lambda look: (look.size, look.find(Party, "newcomer")))
    nonces = house.store.rows("SELECT count(*) FROM submission")[0][0]
    return size, found, int(nonces)


def test_the_second_is_judged_on_what_the_first_leaves(house: House) -> None:
    size = state(house)[0]
    receipts = ask(house, BOTH)
    assert isinstance(receipts, tuple)
    assert [each.index for each in receipts] == [size, size + 1]
    log = Verifier(ORIGIN, house.desk.folder.log_key.public)
    host = Verifier(f"{ORIGIN}/host", host_key(house.store, house.desk.folder).public)
    for each in receipts:
        assert verify_receipt(each.as_json(), log=log, host=host).index == each.index
    assert check(house.desk).differing == ()


def test_a_refusal_of_the_second_leaves_nothing_of_the_first(house: House) -> None:
    before = state(house)
    outcome = ask(house, [NEWCOMER, {**OBSERVER, "body": "nowhere"}])
    assert isinstance(outcome, Undone)
    assert isinstance(outcome.because, Refused)
    assert (outcome.place, outcome.because.codes) == (1, ("no-such-body",))
    assert state(house) == before
    # Nor does the desk remember it: the same nonces are free, and so is the id.
    assert isinstance(ask(house, BOTH), tuple)
    assert check(house.desk).differing == ()


def test_a_refusal_of_the_first_is_told_as_the_first(house: House) -> None:
    outcome = ask(house, [{**NEWCOMER, "id": "south"}, OBSERVER])
    assert isinstance(outcome, Undone)
    assert outcome.place == 0


def test_a_second_press_gives_the_first_receipts_again(house: House) -> None:
    first = ask(house, BOTH)
    assert isinstance(first, tuple)
    before = state(house)
    house.do("parties.admit-party", **{**NEWCOMER_ELSEWHERE, "id": "another"})
    assert ask(house, BOTH) == tuple(replace(each, is_repeated=True) for each in first)
    assert state(house)[0] == before[0] + 1


def test_other_content_under_a_nonce_is_a_conflict_and_undoes_what_came_before_it(
    house: House,
) -> None:
    house.do("parties.admit-party", **{**NEWCOMER_ELSEWHERE, "id": "another"}, nonce="second")
    before = state(house)
    assert ask(house, BOTH) == Undone(1, Conflict("second"))
    assert state(house) == before


def test_what_stood_before_is_not_undone_with_the_rest(house: House) -> None:
    alone = house.desk.submit(NEWCOMER, person=HOST)
    assert isinstance(alone, Receipt)
    before = state(house)
    assert isinstance(ask(house, [NEWCOMER, {**OBSERVER, "body": "nowhere"}]), Undone)
    assert state(house) == before
    both = ask(house, BOTH)
    assert isinstance(both, tuple)
    assert both[0] == replace(alone, is_repeated=True)


def test_what_cannot_be_read_leaves_nothing(house: House) -> None:
    before = state(house)
    with pytest.raises(Malformed):
        ask(house, [NEWCOMER, {**OBSERVER, "role": 7}])
    assert state(house) == before


def test_none_is_none(house: House) -> None:
    assert ask(house, []) == ()


def test_a_crash_between_leaves_nothing(house: House, request: pytest.FixtureRequest) -> None:
    where = (
        "sqlite" if house.store.is_sqlite else str(request.getfixturevalue("postgresql_database"))
    )
    before = state(house)
    command = [sys.executable, "-m", "tests.desk.killed_between", str(house.folder), where]
    ended = subprocess.run(command, cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert state(house) == before
    assert isinstance(ask(house, BOTH), tuple)


NEWCOMER_ELSEWHERE = {
    name: value for name, value in NEWCOMER.items() if name not in ("kind", "on_behalf_of", "nonce")
}
