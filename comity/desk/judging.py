"""Is it in order? The act is built, what it must look at is loaded, and every reason against it is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from comity.core.act import Act
from comity.core.invitation import Invitation
from comity.core.party import SigningKey
from comity.core.reading import read_act
from comity.core.refusal import Refusal
from comity.core.scope import key_of
from comity.core.state import All, Key, every
from comity.desk import readers, recording, rights
from comity.desk.envelope import Asked
from comity.desk.rights import RULE
from comity.desk.sights import sight_of
from comity.store import blobs, log
from comity.store.database import Database
from comity.store.known import Known
from comity.store.log import Head
from comity.store.state import Loaded


class Judged(NamedTuple):
    """An act with what it was judged against, and every reason against it."""

    act: Act
    asked: Asked
    """What was asked, with the readers that the kind always names."""
    state: Loaded
    body: str
    scope: str
    audiences: Mapping[str, str]
    refusals: tuple[Refusal, ...]


def judge(
    database: Database,
    asked: Asked,
    *,
    head: Head,
    at: datetime,
    is_clerk: bool,
    known: Known | None = None,
) -> Judged:
    """Build the act as the next of the log, and find every reason against it."""
    act = read_act(
        asked.kind.KIND,
        blobs.resolved(database, asked.kind.KIND, asked.own),
        _base(asked, head, at),
    )
    state, body = _load(database, act, asked, known=known or Known(), is_clerk=is_clerk)
    given = act.seen_by_default(state)
    asked = readers.completed(asked, given, always=act.readers(state))
    audiences = asked.audiences if asked.opened else readers.of(asked, given)
    act = replace(act, audiences=audiences)
    found = (
        *rights.refusals(act, state, body=body, is_clerk=is_clerk),
        *readers.refusals(act, asked, state, given=given, body=body),
        *_signature_refusals(database, asked, state, head=head),
        *recording.refusals(act),
        *act.refusals(state),
    )
    standing: list[Refusal] = []
    for each in found:
        if each not in standing and not (act.is_recorded and each.timely):
            standing.append(each)
    if not standing:
        # Only now: what an act changes can be asked of one that is in order.
        standing.extend(recording.overwriting(act, state))
    return Judged(act, asked, state, body, act.scope(state), audiences, tuple(standing))


def _base(asked: Asked, head: Head, at: datetime) -> dict[str, object]:
    return {
        "by": asked.by,
        "on_behalf_of": asked.on_behalf_of,
        "at": at,
        "index": head.size,
        "effective": asked.when,
        "source": asked.source,
        "concerns": asked.concerns,
        "audiences": asked.audiences,
    }


def _load(
    database: Database, act: Act, asked: Asked, *, known: Known, is_clerk: bool
) -> tuple[Loaded, str]:
    """Load what the act must look at, and let nobody act on what they may not know of."""
    state = Loaded(database, known)
    named = [thing for _, thing in act.touches()]
    state.load(filter(None, map(key_of, (*named, *act.makes()))))
    while state.follow(_needs(act, asked, state)):
        pass
    if rights.is_invited(act, state):
        # Who is asked by name knows of it; whom the letter reached need see nothing else here.
        named = [thing for thing in named if thing.partition("/")[0] != Invitation.TYPE]
    if not is_clerk and not state.are_public(named):
        state.hide(sight_of(database, act.by, at=act.at, known=known), named)
    body = act.room(state)
    state.load(rights.needs(act, state, body=body))
    state.close()
    return state, body


def _needs(act: Act, asked: Asked, state: Loaded) -> Iterator[Key | All]:
    yield from act.needs(state)
    yield from rights.needs(act, state, body=act.room(state))
    yield from _keys(asked)


def _keys(asked: Asked) -> Iterator[All]:
    if asked.opened is not None and asked.opened.signature is not None:
        yield every(SigningKey, kid=asked.opened.signature.kid)


def _signature_refusals(
    database: Database, asked: Asked, state: Loaded, *, head: Head
) -> Iterator[Refusal]:
    if asked.opened is None:
        if asked.concerns and not asked.source:
            yield Refusal("source-missing", rule=RULE, field="source")
        return
    statement, signature = asked.opened.statement, asked.opened.signature
    if asked.by != asked.person:
        yield Refusal("by-another", rule=RULE, field="by")
    if statement.origin != head.origin:
        yield Refusal("other-log", rule=RULE, field="statement", facts={"log": statement.origin})
    if not log.has_signed(database, statement.seen.size, statement.seen.root):
        yield Refusal(
            "checkpoint-unknown", rule=RULE, field="statement", facts={"size": statement.seen.size}
        )
    if asked.concerns and not asked.source:
        yield Refusal("source-missing", rule=RULE, field="source")
    if signature is None:
        return
    for key in state.all(SigningKey, kid=signature.kid):
        is_theirs = key.person == asked.by or (key.party != "" and key.party == asked.on_behalf_of)
        if (
            is_theirs
            and key.from_index <= head.size
            and (key.revoked_at is None or head.size < key.revoked_at)
        ):
            return
    yield Refusal("key-not-registered", rule=RULE, field="signature")
