"""The roles of a demonstration, which anybody on the same machine may walk in as.

    roles.json   {"meridonia":{"party":"meridonia","person":"x7q2mv"}, …, "public":null}

Offered only where the log says that its times are simulated and the server listens on this machine alone.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from comity.core.errors import Broken
from comity.core.programme import Programme
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.viewer import PUBLIC

FILE = "roles.json"


@dataclass(frozen=True)
class Role:
    """Somebody to walk in as; the public has neither person nor party."""

    key: str
    person: str = ""
    party: str = ""


def read_roles(folder: Path) -> tuple[Role, ...]:
    """Read the roles of a data folder; none where it is no demonstration."""
    try:
        listed = json.loads((folder / FILE).read_text())
    except FileNotFoundError:
        return ()
    except ValueError as error:
        raise Broken(f"{FILE} cannot be read") from error
    return tuple(
        Role(key, person=who["person"], party=who["party"]) if who else Role(key)
        for key, who in listed.items()
    )


def offered() -> tuple[Role, ...]:
    """Return the roles that may be walked in as; none but in a demonstration on this machine alone."""
    if not settings.COMITY_IS_LOOPBACK or not is_simulated():
        return ()
    return read_roles(Path(settings.COMITY_DATA))


def is_simulated() -> bool:
    """Tell whether this log says that its times are simulated."""
    return _is_simulated(str(settings.COMITY_DATA))


@cache
def _is_simulated(_folder: str) -> bool:
    """Look once a folder: what leaf 0 says never changes."""
    return desk().read(PUBLIC, _says_simulated)


def _says_simulated(look: Look) -> bool:
    programme = look.find(Programme, "programme")
    return programme is not None and programme.value("simulated") is True
