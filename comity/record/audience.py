"""The part ``audience``: who may see each other part of an act, and the seed of its padding.

    {"parts":{"by":"body","kind":"public","on_behalf_of":"own","text":"programme"},"seed":"Zm9vYmFyYmF6cXV4cXV1eA"}

It names every part of the act but itself, and no other; it is seen by everyone who may see any
part that it names. The host's own parts follow from it: ``received`` is seen by who may see
``kind``, ``signature`` by who may see ``by``. An act of the kind ``open`` may widen an audience
later; nothing narrows one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.record.errors import Malformed
from comity.record.profile import Json

AUDIENCES = frozenset(
    {
        "public",
        "programme",
        "body",
        "body-then",
        "chair",
        "directory",
        "secretariat",
        "own",
        "named",
        "persons",
    }
)
# Parts that the host makes; an act may not name a field so.
HOST_PARTS = frozenset({"received", "signature"})

_SEED = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may see each part of an act."""

    parts: Mapping[str, str]
    seed: str

    def value(self) -> dict[str, Json]:
        """Return the value of the part ``audience``."""
        return {"parts": dict(self.parts), "seed": self.seed}

    def of(self, name: str) -> str:
        """Return who may see a part, the host's own parts included."""
        return self.parts[{"received": "kind", "signature": "by"}.get(name, name)]


def read_audience(value: Json) -> Audience:
    """Read the value of a part ``audience``, or raise ``Malformed``."""
    if (
        type(value) is not dict
        or value.keys() != {"parts", "seed"}
        or type(value["parts"]) is not dict
    ):
        raise Malformed(
            "audience-shape", expected='{"parts":{name:audience},"seed":…}', found=value
        )
    parts, seed = value["parts"], value["seed"]
    if type(seed) is not str or _SEED.fullmatch(seed) is None:
        raise Malformed("audience-seed", expected="a seed of 16 bytes in base64url", found=seed)
    for name, audience in parts.items():
        if name == "audience" or name in HOST_PARTS:
            raise Malformed("audience-name", expected="names of the act's other parts", found=name)
        if type(audience) is not str or audience not in AUDIENCES:
            raise Malformed(
                "audience-unknown",
                expected=f"{name}: one of {', '.join(sorted(AUDIENCES))}",
                found=audience,
            )
    if "kind" not in parts:
        raise Malformed(
            "audience-name", expected="an audience for the part kind", found=", ".join(parts)
        )
    return Audience(parts, seed)


def covers_exactly(audience: Audience, names: Iterable[str]) -> None:
    """Raise ``Malformed`` unless the audience names every given part but itself, and no other."""
    given = set(names) - {"audience"}
    if given != audience.parts.keys():
        odd = sorted(given ^ audience.parts.keys())
        raise Malformed(
            "audience-incomplete", expected="one audience for each part", found=", ".join(odd)
        )
