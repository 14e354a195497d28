"""The desk while it holds the log: acts are judged, and those that stand are entered, one after the other."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple

from comity.core.act import erasable_fields
from comity.core.refusal import Refusal
from comity.desk.border import border
from comity.desk.envelope import Asked, random_nonce
from comity.desk.folder import Folder
from comity.desk.host_key import host_key
from comity.desk.judging import Judged, judge
from comity.desk.outcome import Conflict, Refused, Stands
from comity.desk.parting import Parted, part
from comity.desk.rights import RULE
from comity.record import Part, Seen, SigningKey, b64, build_leaf, build_statement, make_part
from comity.record.audience import HOST_PARTS
from comity.store import acts, apply, blobs, log, scrubbing
from comity.store.acts import Entered, Piece
from comity.store.database import Database
from comity.store.known import Known

CLERK = "clerk"
"""The person as which the desk itself acts; no human being has this id."""

ANY = "any"
"""The audience of the part `audience`: everyone who may see any other part."""

_AT_ONCE = 500
_FIRST_OF_ALL = datetime.min.replace(tzinfo=UTC)


class Fresh(NamedTuple):
    """What the desk still has in hand of an act just entered: enough for its receipt."""

    at: int
    kind: str
    leaf: bytes
    parts: list[str]
    received: str
    path: list[bytes]


class Sitting:
    """From taking the log's lock to letting go of it."""

    def __init__(self, database: Database, *, folder: Folder, known: Known | None = None) -> None:
        self._database = database
        self._folder = folder
        self.head = log.head(database, lock=True)
        self._seen = Seen(self.head.size, self.head.frontier.root())
        self.known = (known or Known()).at(self.head.size)
        self.fresh: Fresh | None = None
        self.has_erased = False
        self._entered: dict[tuple[str, str], tuple[str, int]] = {}
        self._looked_up: set[tuple[str, str]] = set()

    def expect(self, batch: Sequence[Asked]) -> None:
        """Look up at once which nonces of a batch were used before."""
        for person in {asked.person for asked in batch}:
            nonces = [asked.nonce for asked in batch if asked.person == person]
            for start in range(0, len(nonces), _AT_ONCE):
                used = acts.submitted(self._database, person, nonces[start : start + _AT_ONCE])
                self._entered |= {(person, nonce): earlier for nonce, earlier in used.items()}
        self._looked_up.update((asked.person, asked.nonce) for asked in batch)

    def enter(
        self, asked: Asked, *, at: datetime, is_clerk: bool = False
    ) -> Stands | Refused | Conflict:
        """Judge an act and, if it is in order, let it stand."""
        if earlier := self._earlier(asked):
            return earlier
        bound = list(blobs.named_in(asked.own))
        if unknown := blobs.not_theirs(self._database, asked.own, person=asked.person):
            return Refused(
                tuple(Refusal("blob-unknown", rule=RULE, field=name) for name in unknown)
            )
        if asked.own.get("holder") and not self._is_kept(asked):
            return Refused((Refusal("host-key-not-kept", rule="5.6", field="public_key"),))
        if twice := blobs.named_twice(bound):
            return Refused(tuple(Refusal("blob-twice", rule=RULE, field=name) for name in twice))
        instant = max(at.astimezone(UTC), self._last())
        judged = judge(
            self._database, asked, head=self.head, at=instant, known=self.known, is_clerk=is_clerk
        )
        if judged.refusals:
            return Refused(judged.refusals)
        with border():
            self._stand(asked, judged)
        return Stands(judged.act.index, judged.act.KIND)

    def _is_kept(self, asked: Asked) -> bool:
        """True where a key to be registered as the host's is one that this desk can sign with."""
        kept = {b64.to_url(key.public) for key in self._host_keys.values()}
        given = asked.own.get("public_key")
        # What is no key at all is for the kind to say, which has not read it yet.
        return not isinstance(given, str) or given in kept

    @cached_property
    def _host_keys(self) -> Mapping[str, SigningKey]:
        return self._folder.host_keys

    def close(self) -> None:
        """Sign a checkpoint over everything entered."""
        if self.fresh is not None:
            self.head = log.close(self._database, self.head, key=self._folder.log_key)
        self.known.size = self.head.size

    def _last(self) -> datetime:
        return datetime.fromisoformat(self.head.received) if self.head.received else _FIRST_OF_ALL

    def _earlier(self, asked: Asked) -> Stands | Conflict | None:
        if (asked.person, asked.nonce) not in self._looked_up:
            self.expect([asked])
        found = self._entered.get((asked.person, asked.nonce))
        if found is None:
            return None
        content, index = found
        return (
            Stands(index, asked.kind.KIND, is_repeated=True)
            if content == asked.content
            else Conflict(asked.nonce)
        )

    def _stand(self, asked: Asked, judged: Judged) -> None:
        """Enter the leaf, the parts and everything that follows from the act."""
        act, index = judged.act, self.head.size
        stamp = acts.stamp(act.at)
        parted, statement = self._parted(asked, judged)
        received = make_part("received", stamp, salt=os.urandom(16))
        signature = _signature(asked)
        leaf = build_leaf(
            statement,
            received=received.digest,
            instant=stamp,
            signed=signature.digest if signature else None,
            host=host_key(self._database, self._folder, kept=self._host_keys, known=self.known),
        ).data
        extra = [signature] if signature else []
        pieces = _pieces(judged, [*parted.parts, received, *extra])
        self._entered[asked.person, asked.nonce] = (asked.content, index)
        self._database.add("submission", [(asked.person, asked.nonce, asked.content, index)])
        acts.keep(self._database, pieces)
        self._keep_blobs(asked, parted, index, stamp)
        path = self.head.frontier.path_of_next()
        self.head = log.append(self._database, leaf, at=self.head, received=stamp)
        apply.apply(
            self._database,
            Entered(act, judged.body, judged.scope, pieces, is_signed=signature is not None),
            state=judged.state,
        )
        if act.KIND.startswith("programme.erase/"):
            scrubbing.owe(self._database, since=stamp)
            self.has_erased = True
        texts = [each.text for each in (*parted.parts, *extra)]
        self.fresh = Fresh(index, act.KIND, leaf, texts, received.text, path)

    def _parted(self, asked: Asked, judged: Judged) -> tuple[Parted, bytes]:
        if asked.opened is not None:
            return Parted(list(asked.opened.parts), []), asked.opened.statement.data
        parted = part(judged.act, judged.asked, audiences=judged.audiences)
        # Not the nonce that was given: a leaf is public, and what a program calls its acts may tell who it is.
        statement = build_statement(
            parted.parts, origin=self.head.origin, seen=self._seen, nonce=random_nonce()
        )
        return parted, statement.data

    def _keep_blobs(self, asked: Asked, parted: Parted, index: int, stamp: str) -> None:
        for new in parted.blobs:
            lodged = blobs.Lodged(new.digest, new.file, new.media_type, new.length)
            blobs.lodge(self._database, lodged, person=asked.person, at=stamp)
        bound = [*((new.part, new.digest) for new in parted.blobs), *blobs.named_in(asked.own)]
        blobs.bind(self._database, index, bound)


def _signature(asked: Asked) -> Part | None:
    if asked.opened is None or asked.opened.signature is None:
        return None
    return make_part("signature", asked.opened.signature.value(), salt=os.urandom(16))


def _pieces(judged: Judged, parts: list[Part]) -> list[Piece]:
    erasable = erasable_fields(type(judged.act))
    follows = {"received": "kind", "signature": "by"}
    found = []
    for place, each in enumerate(parts):
        audience = (
            ANY if each.name == "audience" else judged.audiences[follows.get(each.name, each.name)]
        )
        may = int(each.name in erasable and each.name not in HOST_PARTS)
        found.append(
            Piece(
                judged.act.index,
                place,
                each.name,
                each.digest,
                each.text,
                audience,
                audience,
                may,
                None,
            )
        )
    return found
