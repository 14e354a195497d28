"""Which texts are on the table, and what came of earlier ones?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.consensus import Round, RoundStatus
from comity.core.consultation import Consultation
from comity.core.party import Body
from comity.core.text import Adoption, Silence, SilenceStatus, Text, TextStatus
from comity.desk.look import Look
from comity.desk.readings.paging import Lists
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class ReframePage:
    """Texts being negotiated, texts under silence, and adopted texts."""

    negotiated: Sequence[Seen[Text]]
    silences: Sequence[Seen[Silence]]
    rounds: Sequence[Seen[Round]]
    """Those that are open."""
    consultations: Sequence[Seen[Consultation]]
    adopted: Sequence[Seen[Adoption]]
    settled: Sequence[Seen[Text]]
    """Texts that were revised, or whose silence was broken."""
    texts: Mapping[str, Seen[Text]]
    bodies: Mapping[str, Seen[Body]]
    offers: Sequence[Offer] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def reframe(look: Look, *, after: str = "") -> ReframePage:
    """Read the texts this viewer may know of."""
    lists = Lists(look, after=after)
    texts = lists.of("texts", Text)
    adopted = lists.of("adopted", Adoption)
    running = [
        *look.all(Silence, status=SilenceStatus.RUNNING.value),
        *look.all(Silence, status=SilenceStatus.EXTENSION_ASKED.value),
        *look.all(Silence, status=SilenceStatus.HELD.value),
    ]
    rounds = look.all(Round, status=RoundStatus.RUNNING.value)
    known = {each.id: each for each in texts}
    told: list[Seen[Any]] = [*adopted, *running, *rounds]
    held: list[Seen[Any]] = [*texts, *adopted]
    missing = {each.value("text", "") for each in told} - set(known) - {""}
    return ReframePage(
        negotiated=[each for each in texts if _is_open(each)],
        silences=[each for each in running if _waits(each, known)],
        rounds=rounds,
        consultations=sorted(lists.of("consultations", Consultation), key=lambda each: -each.act),
        adopted=sorted(adopted, key=lambda each: -each.act),
        settled=[
            each
            for each in texts
            if not _is_open(each) and each.value("status") is not TextStatus.ADOPTED
        ],
        texts={**known, **look.many(Text, sorted(missing))},
        bodies=look.many(Body, sorted({each.value("body") for each in held} - {"", None})),
        offers=look.offers([("reframe.table-text/1", {}), ("reframe.put-recommendation/1", {})]),
        more=lists.more,
    )


def _is_open(text: Seen[Text]) -> bool:
    return text.value("status") in (
        TextStatus.NEGOTIATED,
        TextStatus.UNDER_SILENCE,
        TextStatus.SILENCE_HELD,
    ) and not (text.value("revised_by"))


def _waits(silence: Seen[Silence], texts: Mapping[str, Seen[Text]]) -> bool:
    text = texts.get(silence.value("text", ""))
    return text is None or text.value("status") is not TextStatus.ADOPTED
