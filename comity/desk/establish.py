"""A programme begins: a folder with keys, an empty log, and the act that opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from comity.core.errors import Broken
from comity.desk import envelope as envelopes
from comity.desk.desk import Desk, wall_clock
from comity.desk.folder import Folder
from comity.desk.outcome import Stands
from comity.desk.sitting import Sitting
from comity.record import Verifier
from comity.store import database, log, made_with, schema
from comity.store.database import Database

KIND = "programme.establish-programme/1"


@dataclass(frozen=True, kw_only=True)
class Founding:
    """What a programme is to begin with."""

    name: str
    objective: str
    origin: str
    host: str
    host_name: str
    host_form: str
    first_person: str
    log: str = "public"
    is_simulated: bool = False
    started: str = ""


def establish(
    path: Path,
    founding: Founding,
    *,
    at: datetime | None = None,
    store: Database | None = None,
    clock: Callable[[], datetime] = wall_clock,
) -> Desk:
    """Begin a programme in an empty folder; `at` is heard only where its times are simulated."""
    if at is not None and not founding.is_simulated:
        raise Broken("only a log that says its times are simulated takes the time from outside")
    folder = Folder(path)
    folder.create()
    kept = store or database.of_django()
    schema.create(kept)
    asked = envelopes.read(_envelope(folder, founding), person=founding.first_person)
    with kept.writing():
        made_with.stamp(kept)
        log.begin(kept, origin=founding.origin, is_simulated=founding.is_simulated)
        sitting = Sitting(kept, folder=folder)
        outcome = sitting.enter(asked, at=at or clock(), is_clerk=True)
        sitting.close()
        if not isinstance(outcome, Stands):
            raise Broken(f"the programme cannot be established: {outcome}")
    folder.finish()
    return Desk(path, store=kept, clock=clock)


def host_name_of(origin: str) -> str:
    """Return the name under which a programme's host signs notes."""
    return f"{origin}/host"


def _envelope(folder: Folder, founding: Founding) -> dict[str, Any]:
    (host_key,) = folder.host_keys.values()
    given = {
        "kind": KIND,
        "on_behalf_of": founding.host,
        "name": founding.name,
        "objective": founding.objective,
        "origin": founding.origin,
        "log_vkey": Verifier(founding.origin, folder.log_key.public).vkey,
        "host_vkey": Verifier(host_name_of(founding.origin), host_key.public).vkey,
        "log": founding.log,
        "simulated": founding.is_simulated,
        "host": founding.host,
        "host_name": founding.host_name,
        "host_form": founding.host_form,
        "first_person": founding.first_person,
    }
    return given | ({"started": founding.started} if founding.started else {})
