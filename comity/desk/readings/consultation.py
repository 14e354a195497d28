"""The request for comments: what is asked, who said what, and what became of each; once closed, the response."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from comity.core.consultation import (
    Byline,
    Comment,
    Consultation,
    ConsultationStatus,
    Disposition,
)
from comity.core.party import Body
from comity.core.rights import Power
from comity.core.text import Text
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.readings.paging import Lists
from comity.desk.seen import Offer, Seen

DISPOSING = "reframe.dispose-of-comment/1"


@dataclass(frozen=True, kw_only=True)
class Commented:
    """A comment with the name of its party, and what became of it."""

    row: Seen[Comment]
    party: Cell
    byline: Seen[Byline] | None
    """Where it was stated by a form: when, and by whom as they say."""
    answer: Seen[Disposition] | None
    offers: Sequence[Offer]


@dataclass(frozen=True, kw_only=True)
class ConsultationPage:
    """One request for comments."""

    consultation: Seen[Consultation]
    body: Seen[Body] | None
    text: Seen[Text] | None
    comments: Sequence[Commented]
    waiting: int
    """How many of the comments on this page have no answer yet."""
    is_over: bool
    """True where its last day has passed."""
    comes_from: Sequence[Seen[Any]]
    offers: Sequence[Offer]
    now: datetime
    scope: str
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""
    is_theirs_to_close: bool = False
    """True for those who may close it, while it is open: they are told what waits beside the record."""


def consultation(look: Look, *, id: str, after: str = "") -> ConsultationPage | None:  # noqa: A002 — the page's own word
    """Return a request for comments."""
    found = look.find(Consultation, id)
    if found is None:
        return None
    lists = Lists(look, after=after)
    rows = sorted(lists.of("comments", Comment, consultation=id), key=lambda each: each.act)
    bylines = look.many(Byline, [each.id for each in rows])
    answers = look.many(Disposition, [each.id for each in rows])
    parties = parties_named(look, [each["party"] for each in rows])
    is_open = found.value("status") == ConsultationStatus.OPEN
    closes = found.value("closes")
    is_over = closes is not None and closes.end <= look.now
    disposes = look.offers([(DISPOSING, {"comment": each.id}) for each in rows]) if is_open else []
    comments = [
        Commented(
            row=each,
            party=name_of(each["party"], parties),
            byline=bylines.get(each.id),
            answer=answers.get(each.id),
            offers=[offer for offer in disposes if offer.prefill["comment"] == each.id][:1],
        )
        for each in rows
    ]
    line = look.line(found.thing)
    return ConsultationPage(
        consultation=found,
        body=look.find(Body, str(found["body"])),
        text=look.find(Text, str(found["text"])) if found.value("text") else None,
        comments=comments,
        waiting=sum(each.answer is None for each in comments),
        is_over=is_over,
        comes_from=[line.nodes[each] for each in line.parents(found.thing) if each in line.nodes]
        if line
        else [],
        offers=_offers(look, found, is_open=is_open, is_over=is_over, comments=comments),
        now=look.now,
        scope=found.scope,
        more=lists.more,
        is_theirs_to_close=is_open and not found.is_recorded and _may_close(look, found),
    )


def _may_close(look: Look, found: Seen[Consultation]) -> bool:
    is_chair = str(found.value("body", "")) in look.viewer.chairs
    return is_chair or look.viewer.may(Power.ADMINISTER)


def _offers(
    look: Look,
    found: Seen[Consultation],
    *,
    is_open: bool,
    is_over: bool,
    comments: Sequence[Commented],
) -> Sequence[Offer]:
    """Return what may be done about the whole: comment while it is open, close it once all is answered."""
    if not is_open or found.is_recorded:
        return ()
    asked: list[tuple[str, Mapping[str, Any]]] = []
    if is_over and all(each.answer is not None for each in comments):
        asked.append(("reframe.close-consultation/1", {"consultation": found.id}))
    asked.append(("reframe.comment/1", {"consultation": found.id}))
    once: dict[str, Offer] = {}
    for each in look.offers(asked):
        once.setdefault(each.kind, each)
    return list(once.values())
