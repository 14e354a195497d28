"""A programme begins with five answers: wholly or not at all, and never over what stands already."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.accounts.postal import connection_of, server
from comity.core.errors import Broken, Malformed
from comity.desk import beginning
from comity.desk.beginning import Answers, Unanswered, begin, read, slug
from comity.desk.desk import Desk
from comity.desk.folder import kept_settings
from comity.desk.readings.steps import first_steps
from comity.store import database
from tests.desk.house import HOST, House

TOLD = {
    "name": "Harbour talks",
    "objective": "Fewer broken cables.",
    "host_name": "Harbour Secretariat",
    "address": "https://talks.example",
    "mail_from": "desk@talks.example",
    "mail": "smtp+tls://desk:secret@mail.example:587",
    "officer": "Ines T",
    "officer_mail": "ines@talks.example",
    "body": "Conference on cables",
    "body_form": "conference",
    "attribution": "chatham-house",
    "zone": "Europe/Brussels",
}


def faults(**other: str) -> list[str]:
    with pytest.raises(Unanswered) as raised:
        read({**TOLD, **other}, server=server)
    return [fault.what for fault in raised.value.faults]


def test_answers_are_read_as_they_were_typed() -> None:
    answers = read({**TOLD, "address": " HTTPS://Talks.example/ "}, server=server)
    assert (answers.address, answers.origin) == (
        "https://talks.example",
        "talks.example/harbour-talks",
    )
    assert answers.officer == "Ines T"


def test_every_fault_is_told_at_once_and_by_its_question() -> None:
    assert faults(name=" ", zone="Nowhere/Town", officer_mail="ines") == [
        "name",
        "officer_mail",
        "zone",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "http://talks.example",
        "ftp://talks.example",
        "https://",
        "https://talks.example/path",
        "https://talks.example:99999",
        "[",
        "https://user:word@talks.example",
    ],
)
def test_an_address_that_could_not_be_kept_is_refused(address: str) -> None:
    assert faults(address=address) == ["address"]


def test_a_mail_server_needs_a_sender() -> None:
    assert faults(mail_from="") == ["mail_from"]
    assert read({**TOLD, "mail": "", "mail_from": ""}).mail == ""


def test_a_sender_that_cannot_be_read_is_one_fault_and_not_also_a_sender_that_is_missing() -> None:
    assert faults(mail_from="ada") == ["mail_from"]


def test_a_demonstration_has_long_begun(house: House) -> None:
    assert house.desk.read(house.desk.viewer(HOST), first_steps) == ()


@pytest.mark.parametrize(
    "mail", ["mail.example", "smtp://[", "imap://mail.example", "smtp://", "smtp://a:b"]
)
def test_what_is_no_mail_server_is_refused(mail: str) -> None:
    assert faults(mail=mail) == ["mail"]


def test_a_password_is_never_told_again() -> None:
    with pytest.raises(Malformed) as raised:
        server("imap://desk:secret@mail.example")
    assert "secret" not in str(raised.value)
    assert connection_of(TOLD["mail"])["password"] == "secret"


@given(st.dictionaries(st.sampled_from([each.name for each in fields(Answers)]), st.text()))
def test_whatever_is_typed_is_read_or_told_as_faults(told: dict[str, str]) -> None:
    assert outcome(told) <= {each.name for each in fields(Answers)}


def outcome(told: dict[str, str]) -> set[str]:
    """Return the questions whose answers cannot be used; every one where all can."""
    try:
        read(told, server=server)
    except Unanswered as error:
        return {fault.what for fault in error.faults}
    return {each.name for each in fields(Answers)}


@given(st.text())
def test_a_slug_is_always_an_id(words: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,40}", slug(words, otherwise="it"))


def test_a_programme_begins_with_three_acts_and_its_settings(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    person = begin(folder, read(TOLD, server=server))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["talks"]
    assert kept_settings(folder) == {name: TOLD[name] for name in ("address", "mail", "mail_from")}
    assert (folder / "settings.json").stat().st_mode & 0o777 == 0o600
    store = database.in_file(folder / "comity.sqlite3")
    desk = Desk(folder, store=store)
    viewer = desk.viewer(person)
    verbs = desk.read(viewer, lambda look: [each.verb for each in look.minutes()])
    assert verbs == [
        "parties.found-body",
        "parties.register-person",
        "programme.establish-programme",
    ]
    steps = desk.read(viewer, first_steps)
    assert [(each.is_done, each.offer is not None) for each in steps] == [(False, True)] * 6
    assert desk.read(desk.viewer(None), first_steps) == ()
    store.close()


@pytest.mark.parametrize("name", ["FORMAT", "demonstration", "letter.txt"])
def test_nothing_is_begun_where_something_stands(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Mine.")
    with pytest.raises(Broken):
        begin(tmp_path, read(TOLD, server=server))
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_beginning_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object, **_named: object) -> None:
        raise Broken("no")

    monkeypatch.setattr(beginning, "keep_settings", refused)
    with pytest.raises(Broken, match="no"):
        begin(tmp_path / "talks", read(TOLD, server=server))
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_read_are_said_so(tmp_path: Path) -> None:
    for words in ("{", "[]", '{"mail": 5}'):
        (tmp_path / "settings.json").write_text(words)
        with pytest.raises(Broken, match=r"settings\.json cannot be read"):
            kept_settings(tmp_path)
