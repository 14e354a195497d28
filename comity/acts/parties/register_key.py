"""A public key is registered, with which a person or a party signs from now on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.party import KeyHolder, Party, Person, SigningKey
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, To
from comity.core.state import All, Change, Key, State, every
from comity.record.errors import Malformed
from comity.record.keys import kid_of, read_public_key


@act_kind("parties.register-key/1")
@dataclass(frozen=True, kw_only=True)
class RegisterKey(Act):
    """Whose it is, the programme knows; a key never names its owner to the public, unless the host owns it."""

    right = Mandated(Power.ADMINISTER)
    OF_THIS_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    MADE = SigningKey

    id: Annotated[str, Id()]
    public_key: Annotated[str, Line(length=43)]
    person: Annotated[str, To(Person)] = ""
    for_party: Annotated[str, To(Party)] = ""
    holder: Annotated[KeyHolder | None, OneOf(KeyHolder)] = None

    @property
    def public_parts(self) -> tuple[str, ...]:
        """All of it where it is the host's: without that key nobody could check a leaf."""
        return ("kind", "id", "public_key", "holder") if self.holder else super().public_parts

    def seen_by_default(self, state: State) -> Mapping[str, Audience]:
        """As every key's, with what must be public of the host's."""
        given = super().seen_by_default(state)
        return {**given, **dict.fromkeys(self.public_parts, Audience.PUBLIC)}

    @property
    def kid(self) -> str:
        """Its short name; empty where it is no key that all libraries agree about."""
        try:
            return kid_of(read_public_key(self.public_key))
        except Malformed:
            return ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the same key, if it was registered before."""
        yield from super().needs(state)
        if self.kid:
            yield every(SigningKey, kid=self.kid)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """One owner, a key nobody could repudiate later, and never one that was known before."""
        yield from super().refusals(state)
        if len([owner for owner in (self.person, self.for_party, self.holder) if owner]) != 1:
            yield Refusal("key-of-whom", rule="5.1", field="person")
        if not self.kid:
            yield Refusal("key-unsafe", rule="5.2", field="public_key")
            return
        known = state.all(SigningKey, kid=self.kid)
        if any(key.revoked_at is not None for key in known):
            yield Refusal("key-revoked", rule="5.3", field="public_key")
        elif known:
            yield Refusal("key-known", rule="5.3", field="public_key")

    def changes(self, state: State) -> Iterator[Change]:
        """The key counts from this act on."""
        yield self.into(SigningKey, kid=self.kid, party=self.for_party, from_index=self.index)
