"""The host's key is rotated: the old one's word stands, the new one attests, and anyone can check both."""

from pathlib import Path

import pytest

from comity.cli.log_source import Folder
from comity.core.errors import Malformed
from comity.desk.export import export
from comity.desk.outcome import Receipt, Refused
from comity.desk.rotating import current, revoke, rotate
from comity.desk.viewer import PUBLIC
from comity.record import read_leaf
from comity.record.export import Verified, verify_log
from comity.store import log
from tests.desk.house import HOST, PEOPLE, House


def position(house: House) -> int:
    return house.do(
        "reframe.take-position",
        by=PEOPLE["north"],
        party="north",
        on="paragraph/p1",
        stance="concern",
    ).index


def signer(house: House, index: int) -> str:
    return read_leaf(log.leaves(house.store, index, index + 1)[0]).kid


def test_what_comes_after_the_rotation_is_attested_with_the_new_key(
    house: House, tmp_path: Path
) -> None:
    before = signer(house, position(house))
    registered = rotate(house.desk, person=HOST)
    assert isinstance(registered, Receipt)
    assert signer(house, registered.index) == before
    after = signer(house, position(house))
    assert sorted(house.desk.folder.host_keys) == sorted([before, after])
    assert before != after
    assert isinstance(revoke(house.desk, key="host", person=HOST), Receipt)
    assert signer(house, position(house)) == after
    for name, viewer in {"all": PUBLIC, "one": house.desk.viewer(PEOPLE["south"])}.items():
        export(house.desk, viewer, tmp_path / name)
        found = verify_log(Folder(str(tmp_path / name)))
        assert isinstance(found, Verified), found


def test_the_last_key_of_the_host_is_not_revoked(house: House) -> None:
    outcome = revoke(house.desk, key=current(house.desk), person=HOST)
    assert isinstance(outcome, Refused)
    assert outcome.codes == ("last-host-key",)


def test_nothing_is_left_of_a_key_that_nobody_may_register(house: House) -> None:
    outcome = rotate(house.desk, person=PEOPLE["north"])
    assert isinstance(outcome, Refused)
    assert len(house.desk.folder.host_keys) == 1
    assert current(house.desk) == "host"


def test_a_key_that_the_desk_cannot_sign_with_is_not_the_hosts(house: House) -> None:
    stranger = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    codes = house.refused("parties.register-key", public_key=stranger, holder="host")
    assert codes == ("host-key-not-kept",)


def test_a_key_of_the_hosts_is_not_registered_in_secret(house: House) -> None:
    key = house.desk.folder.add_host_key(bytes(range(32)))
    codes = house.refused(
        "parties.register-key",
        public_key="A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg",
        holder="host",
        audience={"public_key": "programme"},
    )
    assert codes == ("audience-not-allowed",)
    house.desk.folder.drop_host_key(key)


@pytest.mark.parametrize("odd", [["a"], {"a": 1}, 5, None], ids=repr)
def test_what_is_no_key_at_all_cannot_be_read(house: House, odd: object) -> None:
    with pytest.raises(Malformed):
        house.ask("parties.register-key", id="odd", holder="host", public_key=odd)
