"""Which norms are meant together, and what is known of their package?"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.knowledge import SourcedClaim
from comity.core.norm import Norm, Package
from comity.core.party import Body
from comity.core.programme import Difference
from comity.desk.look import Look
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class PackagePage:
    """One package, its norms in the order they were put."""

    package: Seen[Package]
    scope: str
    body: Seen[Body] | None
    norms: Sequence[Seen[Norm]]
    differences: Sequence[Seen[Difference]]
    known: Sequence[Seen[SourcedClaim]]
    offers: Sequence[Offer] = ()


def package(look: Look, *, id: str) -> PackagePage | None:  # noqa: A002
    """Read one package."""
    found = look.find(Package, id)
    if found is None:
        return None
    named = found.value("norms") or ()
    norms = look.many(Norm, named)
    return PackagePage(
        package=found,
        scope=found.scope,
        body=look.find(Body, found.value("body")) if found.value("body") else None,
        norms=[norms[each] for each in named if each in norms],
        differences=look.all(Difference, about=found.thing),
        known=look.all(SourcedClaim, about=found.thing),
        offers=look.offers([("programme.note-claim/1", {"about": found.thing})]),
    )
