"""The roles of a demonstration, which anybody on the same machine may walk in as.

    roles.json   {"meridonia":{"party":"meridonia","person":"x7q2mv"}, …, "public":null}

Offered only where the log says that its times are simulated, the server listens on this machine alone and is known by
an address of this machine, and to a browser on this machine that asks it without anybody between.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from comity.accounts.hop import is_loopback
from comity.core.errors import Broken
from comity.core.programme import Programme
from comity.desk.folder import ROLES
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.viewer import PUBLIC

OF_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Role:
    """Somebody to walk in as; the public has neither person nor party."""

    key: str
    person: str = ""
    party: str = ""


def read_roles(folder: Path) -> tuple[Role, ...]:
    """Read the roles of a data folder; none where it is no demonstration."""
    try:
        listed = json.loads((folder / ROLES).read_text())
    except FileNotFoundError:
        return ()
    except ValueError as error:
        raise Broken(f"{ROLES} cannot be read") from error
    return tuple(
        Role(key, person=who["person"], party=who["party"]) if who else Role(key)
        for key, who in listed.items()
    )


def offered(request: HttpRequest) -> tuple[Role, ...]:
    """Return the roles that may be walked in as; none but in a demonstration, to a browser on this machine."""
    if not is_at_home(request) or not is_simulated():
        return ()
    return read_roles(Path(settings.COMITY_DATA))


def is_at_home(request: HttpRequest) -> bool:
    """Tell whether server, address and browser are all on this machine, with nobody between who passes requests on.

    A web server on the same machine connects from it too: what tells it apart is the name that was asked for, and
    the headers that it adds. Where it is told to add none and to ask for localhost, nothing does: docs/operations.md.
    """
    names = (settings.COMITY_ADDRESS, f"//{request.get_host()}")
    return (
        settings.COMITY_IS_LOOPBACK
        and not settings.COMITY_PROXY
        and not request.is_passed_on  # type: ignore[attr-defined]
        and is_loopback(str(request.META.get("REMOTE_ADDR", "")))
        and all(urlsplit(name).hostname in OF_THIS_MACHINE for name in names)
    )


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
