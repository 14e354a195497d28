"""A public key is revoked: what was signed with it before stands, nothing after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.party import KeyHolder, SigningKey
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("parties.revoke-key/1")
@dataclass(frozen=True, kw_only=True)
class RevokeKey(Act):
    """Judged by the place in the record, not by a clock."""

    right = Mandated(Power.ADMINISTER)
    OF_THIS_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience

    key: Annotated[str, To(SigningKey)]
    why: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the host's keys: one must be left."""
        yield from super().needs(state)
        yield every(SigningKey, holder=KeyHolder.HOST)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, and never the last with which the host can attest what it receives."""
        yield from super().refusals(state)
        key = state.find(SigningKey, self.key)
        if key is not None and key.revoked_at is not None:
            yield Refusal("already-revoked", rule="5.4", field="key", facts={"act": key.revoked_at})
            return
        hosts = [
            each for each in state.all(SigningKey, holder=KeyHolder.HOST) if each.revoked_at is None
        ]
        if hosts == [key]:
            yield Refusal("last-host-key", rule="5.5", field="key")

    def changes(self, state: State) -> Iterator[Change]:
        """The key counts no more from this act on."""
        yield replace(state.get(SigningKey, self.key), revoked_at=self.index)
