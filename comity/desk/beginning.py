"""A programme of one's own begins with five answers: whose it is, where, how it writes, who runs it, and a first body.

    1  the programme, what it is for, and its host        4  the first officer of the secretariat
    2  its address on the web                             5  the first body
    3  who its letters are from, and the server that takes them

Everything is made beside its place and put there when it is whole: an interrupted beginning leaves nothing behind.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from comity.core.errors import Broken, Malformed
from comity.core.party import Attribution, BodyForm, PartyForm
from comity.core.shapes import Line, Shape, Words
from comity.desk.desk import wall_clock
from comity.desk.establish import Founding, establish
from comity.desk.folder import MARK, keep_settings
from comity.desk.outcome import Undone
from comity.store import database
from comity.store.database import Database

ADDRESS_OF_LETTERS = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}")
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of an id that is read out: nothing that looks like something else."""
HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What a programme begins with."""

    name: str
    objective: str
    host_name: str
    address: str
    mail_from: str = ""
    mail: str = ""
    officer: str
    officer_mail: str
    body: str
    body_form: BodyForm
    attribution: Attribution
    zone: str

    @property
    def origin(self) -> str:
        """The log's name for ever: the host of the address, and the programme's name."""
        parts = urlsplit(self.address)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.hostname}{port}/{slug(self.name, otherwise='programme')}"


class Unanswered(Exception):
    """Some answers cannot be used; each fault names its question."""

    def __init__(self, faults: list[Malformed]) -> None:
        self.faults = faults
        super().__init__("; ".join(map(str, faults)))


def read(
    told: Mapping[str, str], *, server: Callable[[str], object] = lambda _url: None
) -> Answers:
    """Read the answers as they were typed; raise Unanswered with every fault at once.

    `server` reads the address of a mail server and raises Malformed where it is none.
    """
    faults: list[Malformed] = []
    found: dict[str, Any] = {}
    for each in fields(Answers):
        value = told.get(each.name, "").strip()
        try:
            found[each.name] = _answer(each.name, value)
        except Malformed as fault:
            faults.append(fault)
    try:
        if found.get("mail"):
            server(found["mail"])
            if not told.get("mail_from", "").strip():
                raise Malformed("mail_from", expected="an address", found="nothing")
    except Malformed as fault:
        faults.append(fault)
    if faults:
        raise Unanswered(faults)
    return Answers(**found)


def _answer(name: str, value: str) -> Any:
    if name in OPTIONAL and not value:
        return ""
    if not value:
        raise Malformed(name, expected="an answer", found="nothing")
    return READ[name](value, name)


def _shaped(shape: Shape) -> Callable[[str, str], Any]:
    return shape.read


def _address(value: str, name: str) -> str:
    """Read the address under which people reach it: https, or http on this machine alone."""
    told = Malformed(
        name,
        expected="https://programme.example, or http://localhost:8000 to try it on this machine",
        found=repr(value)[:80],
    )
    try:
        parts = urlsplit(value if "://" in value else f"https://{value}")
        _port = parts.port
    except ValueError as error:
        raise told from error
    is_plain = parts.path in ("", "/") and not parts.query and not parts.fragment
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE)
    if not (parts.hostname and is_plain and is_safe and not parts.username):
        raise told
    return f"{parts.scheme}://{parts.netloc}".lower()


def letters_address(value: str, name: str) -> str:
    """Return an address that letters can go to; raise Malformed for anything else."""
    if not ADDRESS_OF_LETTERS.fullmatch(value):
        raise Malformed(name, expected="an address such as name@host", found=repr(value)[:80])
    return value


def _zone(value: str, name: str) -> str:
    if value not in available_timezones():
        raise Malformed(
            name, expected="a time zone such as Europe/Brussels", found=repr(value)[:80]
        )
    return value


def _one_of(kind: type[BodyForm] | type[Attribution]) -> Callable[[str, str], Any]:
    def read_one(value: str, name: str) -> Any:
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(each.value for each in kind)
            raise Malformed(name, expected=f"one of {known}", found=repr(value)[:80]) from None

    return read_one


OPTIONAL = ("mail", "mail_from")
READ: Mapping[str, Callable[[str, str], Any]] = {
    "name": _shaped(Line()),
    "objective": _shaped(Words()),
    "host_name": _shaped(Line()),
    "address": _address,
    "mail_from": letters_address,
    "mail": _shaped(Line()),
    "officer": _shaped(Line()),
    "officer_mail": letters_address,
    "body": _shaped(Line()),
    "body_form": _one_of(BodyForm),
    "attribution": _one_of(Attribution),
    "zone": _zone,
}


def random_person() -> str:
    """Return an id for a person that says nothing of its bearer."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def slug(words: str, *, otherwise: str) -> str:
    """Return words as an id; where nothing of them can stand in one, another."""
    found = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40].strip("-")
    return found or otherwise


def check_empty(folder: Path) -> None:
    """Raise Broken where anything stands already: a programme, a demonstration, somebody's files."""
    if (folder / MARK).exists():
        raise Broken(
            f"{folder} holds a demonstration, which never becomes a programme; choose another folder"
        )
    if (folder / "FORMAT").exists():
        raise Broken(f"{folder} holds a programme already")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Broken(f"{folder} is not an empty folder; nothing in it was touched")


def begin(
    folder: Path,
    answers: Answers,
    *,
    is_elsewhere: bool = False,
    clock: Callable[[], datetime] = wall_clock,
) -> str:
    """Make the programme and return the id of its first officer.

    Rows are kept in the folder, or `is_elsewhere` where settings say. Raise Broken where the folder is not empty.
    """
    check_empty(folder)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.beginning")
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.mkdir(mode=0o700)
    try:
        kept = database.of_django() if is_elsewhere else database.in_file(beside / "comity.sqlite3")
        try:
            person = _acts(beside, answers, store=kept, clock=clock)
        finally:
            if not is_elsewhere:
                kept.close()
        keep_settings(
            beside,
            {"address": answers.address, "mail": answers.mail, "mail_from": answers.mail_from},
        )
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return person


def _acts(folder: Path, answers: Answers, *, store: Database, clock: Callable[[], datetime]) -> str:
    person = random_person()
    host = slug(answers.host_name, otherwise="host")
    founding = Founding(
        name=answers.name,
        objective=answers.objective,
        origin=answers.origin,
        host=host,
        host_name=answers.host_name,
        host_form=PartyForm.SECRETARIAT.value,
        first_person=person,
    )
    desk = establish(folder, founding, store=store, clock=clock)
    outcome = desk.submit_all(_first(answers, host=host, person=person), person=person)
    if isinstance(outcome, Undone):
        raise Broken(f"the programme cannot begin: {outcome}")
    return person


def _first(answers: Answers, *, host: str, person: str) -> Iterator[dict[str, Any]]:
    """Yield the acts that follow the first."""
    yield {
        "kind": "parties.register-person/1",
        "on_behalf_of": host,
        "id": person,
        "name": answers.officer,
    }
    yield {
        "kind": "parties.found-body/1",
        "on_behalf_of": host,
        "id": slug(answers.body, otherwise="body"),
        "name": answers.body,
        "form": answers.body_form.value,
        "attribution": answers.attribution.value,
        "zone": answers.zone,
    }
