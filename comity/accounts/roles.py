"""The roles of a demonstration, which anybody on the same machine may walk in as.

    roles.json   {"meridonia":{"party":"meridonia","person":"x7q2mv"}, …, "public":null}

Offered only where the log says that its times are simulated and the server listens on this machine alone.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from comity.core.errors import Broken

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
