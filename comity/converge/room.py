"""The room: who voted, and which part of it each belongs to."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Codes, Reals
from comity.converge.errors import Unreadable
from comity.converge.positions import Positions
from comity.converge.reading.blocs import Declared

NOWHERE = -1


@dataclass(frozen=True)
class Blocs:
    """Declared blocs, in alphabetical order.

    names    each once
    of       (people,) the number of a person's bloc, -1 for a person of none
    shares   (blocs,) what share of the room each should have, adding up to 1; None where none is declared
    """

    names: tuple[str, ...]
    of: Codes
    shares: Reals | None


def blocs(declared: Declared, *, found: Positions) -> Blocs:
    """Say of each person in which bloc it is; blocs of which nobody voted are left out.

    Raises Unreadable where not one person of the file voted: then the names are of another room.
    """
    met = sorted({declared.of[name] for name in found.people if name in declared.of})
    if found.people and not met:
        raise Unreadable("nobody who is named in it has voted", line=2, column=1, called="person")
    code = {name: at for at, name in enumerate(met)}
    of = [code[declared.of[name]] if name in declared.of else NOWHERE for name in found.people]
    shares = None
    if declared.shares:
        asked = np.array([declared.shares[name] for name in met], dtype=np.float64)
        shares = asked / asked.sum()
    return Blocs(tuple(met), np.array(of, dtype=np.int32), shares)
