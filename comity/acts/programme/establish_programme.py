"""A host opens the record: what the programme is for, which keys sign it, and who acts first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.party import KeyHolder, Mandate, Party, PartyForm, SigningKey, Standing
from comity.core.programme import LogAccess, Programme
from comity.core.refusal import Refusal
from comity.core.rights import Clerk, Power
from comity.core.shapes import Date, Flag, Id, Line, OneOf, Words
from comity.core.state import Change, State
from comity.core.when import When, write_instant
from comity.record import Malformed, b64, kid_of, read_vkey
from comity.record.keyring import FIRST_HOST_KEY


@act_kind("programme.establish-programme/1")
@dataclass(frozen=True, kw_only=True)
class EstablishProgramme(Act):
    """The root of trust where no key is pinned, so all of it is public."""

    right = Clerk()
    OF_THIS_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PUBLIC}
    must_be_public = ("*",)

    name: Annotated[str, Line()]
    objective: Annotated[Free, Words()]
    origin: Annotated[str, Line()]
    log_vkey: Annotated[str, Line()]
    host_vkey: Annotated[str, Line()]
    log: Annotated[LogAccess, OneOf(LogAccess)]
    simulated: Annotated[bool, Flag()]
    host: Annotated[str, Id()]
    host_name: Annotated[str, Line()]
    host_form: Annotated[PartyForm, OneOf(PartyForm)]
    first_person: Annotated[str, Id()]
    started: Annotated[When | None, Date()] = None

    def makes(self) -> Iterator[str]:
        """The programme, its host, and the mandate everything else begins with."""
        yield from ("programme/programme", f"party/{self.host}", "mandate/founding", "key/host")

    @property
    def host_key(self) -> bytes:
        """The host's first public key; empty where what is given is none."""
        try:
            return read_vkey(self.host_vkey).public
        except Malformed:
            return b""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A programme begins once, and its host is the first to act; nothing is there yet to be named."""
        yield from (each for each in super().refusals(state) if each.code == "nothing-said")
        if state.find(Programme, "programme") is not None:
            yield Refusal("already-established", rule="2.1")
        if (self.by, self.on_behalf_of) != (self.first_person, self.host):
            yield Refusal("host-acts-first", rule="2.2", field="first_person")
        if not self.host_key:
            yield Refusal("key-unsafe", rule="5.2", field="host_vkey")

    def changes(self, state: State) -> Iterator[Change]:
        """The programme stands, with one party in it."""
        yield self.into(Programme, id="programme")
        yield Party(id=self.host, name=self.host_name, form=self.host_form, standing=Standing.HOST)
        yield Mandate(
            id="founding",
            person=self.first_person,
            party=self.host,
            powers=tuple(Power),
            start=When(write_instant(self.at)),
        )
        yield SigningKey(
            id=FIRST_HOST_KEY,
            kid=kid_of(self.host_key),
            public_key=b64.to_url(self.host_key),
            holder=KeyHolder.HOST,
            from_index=self.index,
        )
