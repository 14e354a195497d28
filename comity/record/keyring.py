"""Which key was whose, and when: registered and revoked by acts, judged by leaf index.

    parties.register-key/1   {"id":"k-7","person":"x7q2mv" or "for_party":"arvenia","public_key":"11qY…"}
                             {"id":"h-2","holder":"host","public_key":"…"}     the host's next key
    parties.revoke-key/1     {"key":"k-7"}

A key holds from the act that registers it to the act that revokes it, both included: the one may
prove possession, the other may be the key's last word. Leaf 0 registers the host's first key
under the id ``host``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from comity.record.errors import Faulted
from comity.record.keys import kid_of

REGISTER = "parties.register-key/1"
REVOKE = "parties.revoke-key/1"
FIRST_HOST_KEY = "host"


@dataclass(frozen=True, slots=True)
class Registered:
    """A key registered at an index, as far as it is visible."""

    index: int
    public: bytes
    id: str | None = None
    person: str | None = None
    party: str | None = None
    is_host: bool = False


@dataclass(frozen=True, slots=True)
class Revoked:
    """A key revoked at an index."""

    index: int
    id: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A personal signature that is right as mathematics; whose key it was is to be judged."""

    index: int
    public: bytes
    by: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A registration and the index at which it ended, or None while it holds."""

    registered: Registered
    until: int | None = None

    def holds(self, index: int) -> bool:
        """Say whether the key held at an index."""
        return self.registered.index <= index and (self.until is None or index <= self.until)

    def is_of(self, signed: Signed) -> bool:
        """Say whether the visible owner of the key agrees with who visibly acted."""
        mine = self.registered
        return (
            not mine.is_host
            and (mine.person is None or signed.by is None or mine.person == signed.by)
            and (mine.party is None or signed.party is None or mine.party == signed.party)
        )


@dataclass
class Keyring:
    """The keys known so far; acts are told to it in the order of the log."""

    tenures: dict[bytes, list[Tenure]] = field(default_factory=dict)
    # First use of each key whose registration the viewer has not seen.
    strangers: dict[bytes, int] = field(default_factory=dict)

    def register(self, key: Registered) -> None:
        """Enter a registration; a key used before it was registered is a fault."""
        if key.public in self.strangers:
            raise Faulted(
                "signature-key",
                expected="a key registered before it signs",
                found=f"{kid_of(key.public)}, registered at {key.index}",
                index=self.strangers[key.public],
            )
        self.tenures.setdefault(key.public, []).append(Tenure(key))

    def revoke(self, revoked: Revoked) -> None:
        """End whatever key was registered under an id."""
        for tenures in self.tenures.values():
            for n, tenure in enumerate(tenures):
                if tenure.registered.id == revoked.id and tenure.until is None:
                    tenures[n] = replace(tenure, until=revoked.index)

    def knows(self, signed: Signed) -> bool:
        """Say whether a signature's key is visibly registered; raise when it was not the signer's."""
        tenures = self.tenures.get(signed.public)
        if tenures is None:
            self.strangers.setdefault(signed.public, signed.index)
            return False
        if not any(tenure.holds(signed.index) and tenure.is_of(signed) for tenure in tenures):
            raise Faulted(
                "signature-key",
                expected=f"a key of {signed.by or signed.party} that holds at {signed.index}",
                found=_told(tenures),
                index=signed.index,
            )
        return True

    def host_keys(self) -> dict[str, bytes]:
        """Return every key that the host ever had, by kid."""
        return {
            kid_of(public): public
            for public, tenures in self.tenures.items()
            if any(tenure.registered.is_host for tenure in tenures)
        }

    def is_host(self, public: bytes, *, index: int) -> bool:
        """Say whether a key was the host's at an index."""
        tenures = self.tenures.get(public, ())
        return any(tenure.registered.is_host and tenure.holds(index) for tenure in tenures)


def _told(tenures: Iterable[Tenure]) -> str:
    return "; ".join(
        f"{kid_of(tenure.registered.public)} of {tenure.registered.person or tenure.registered.party}"
        f", leaves {tenure.registered.index} to {'now' if tenure.until is None else tenure.until}"
        for tenure in tenures
    )
