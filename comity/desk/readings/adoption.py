"""The adopted text: what stands, who keeps which reservation, and what the chair declared and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.ballot import Ballot
from comity.core.measure import Measure
from comity.core.party import Body
from comity.core.programme import Programme
from comity.core.statement import Dissociation, Explanation
from comity.core.support import Commitment, Endorsement
from comity.core.text import Adoption, Paragraph, Reservation, Text
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.line import Step, short_line
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.readings.opening import opens
from comity.desk.readings.paging import Lists
from comity.desk.seen import Deed, Offer, Seen

ENDORSING = "mobilize.endorse/1"


@dataclass(frozen=True, kw_only=True)
class Of:
    """A reservation, endorsement or commitment with the name of its party."""

    row: Seen[Any]
    party: Cell


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A paragraph with what stands beside it: who keeps a reservation, who is apart from it, who explained itself."""

    row: Seen[Paragraph]
    reservations: Sequence[Of]
    dissociations: Sequence[Of]
    explanations: Sequence[Of]


@dataclass(frozen=True, kw_only=True)
class AdoptionPage:
    """An adopted text, as a document."""

    adoption: Seen[Adoption]
    text: Seen[Text]
    body: Seen[Body] | None
    programme: Seen[Programme]
    deed: Deed | None
    leaf: str
    """The leaf of the declaration: its hash makes the short code."""
    line: Sequence[Step]
    paragraphs: Sequence[Clause]
    reservations: Sequence[Of]
    """Those to the whole."""
    explanations: Sequence[Of]
    """Those of the whole, whatever was asked: of this adoption, or of the silence, round or ballot before it."""
    ballots: Sequence[Seen[Ballot]]
    """Those that the declaration follows from."""
    endorsements: Sequence[Of]
    commitments: Sequence[Of]
    measures: Sequence[Seen[Measure]]
    """What is counted beside it, or beside one of its paragraphs."""
    offers: Sequence[Offer]
    scope: str
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""

    @property
    def is_read_whole(self) -> bool:
        """True where no paragraph is withheld: nobody is asked to back what they cannot read."""
        return not any(each.row["words"].is_sealed for each in self.paragraphs)


def adoption(look: Look, *, id: str, after: str = "") -> AdoptionPage | None:  # noqa: A002 — the page's own word
    """Return an adopted text."""
    found = look.find(Adoption, id)
    about = look.find(Text, str(found["text"])) if found else None
    programme = look.find(Programme, "programme")
    if found is None or about is None or programme is None:
        return None
    paragraphs = sorted(look.all(Paragraph, text=about.id), key=lambda each: each.value("place", 0))
    reservations = look.all(Reservation, adoption=id)
    explanations = look.all(Explanation, text=about.id)
    dissociations = look.all(Dissociation, adoption=id)
    lists = Lists(look, after=after)
    endorsements = lists.of("endorsements", Endorsement, of=found.thing)
    commitments = _commitments(look, found, endorsements, paragraphs)
    parties = parties_named(
        look,
        [
            each["party"]
            for rows in (reservations, explanations, dissociations, endorsements, commitments)
            for each in rows
        ],
    )

    def of(rows: Sequence[Seen[Any]]) -> Sequence[Of]:
        return [
            Of(row=each, party=name_of(each["party"], parties))
            for each in sorted(rows, key=lambda each: each.act)
        ]

    def beside(rows: Sequence[Seen[Any]], paragraph: str) -> Sequence[Of]:
        return of([each for each in rows if each.value("paragraph") == paragraph])

    proof = look.proof(found.act)
    return AdoptionPage(
        adoption=found,
        text=about,
        body=look.find(Body, str(found["body"])),
        programme=programme,
        deed=proof.deed if proof else None,
        leaf=proof.leaf if proof else "",
        line=short_line(look, found),
        paragraphs=[
            Clause(
                row=row,
                reservations=beside(reservations, row.id),
                dissociations=beside(dissociations, row.id),
                explanations=beside(explanations, row.id),
            )
            for row in paragraphs
        ],
        reservations=of([each for each in reservations if not each["paragraph"]]),
        explanations=of([each for each in explanations if not each["paragraph"]]),
        ballots=_ballots(look, proof.deed if proof else None),
        endorsements=of(endorsements),
        commitments=of(commitments),
        measures=lists.among(
            "measures", Measure, "of", [found.thing, *(each.thing for each in paragraphs)]
        ),
        offers=_offers(look, found, about),
        scope=found.scope,
        more=lists.more,
    )


def _offers(look: Look, found: Seen[Adoption], text: Seen[Text]) -> Sequence[Offer]:
    """Return what may be done with it: whoever backs it already is not asked to."""
    offers = look.offers(
        [
            ("mobilize.endorse/1", {"of": found.thing}),
            ("mobilize.make-commitment/1", {"on": found.thing}),
            ("reframe.enter-reservation/1", {"adoption": found.id}),
            ("reframe.explain-position/1", {"on": found.thing}),
            ("reframe.dissociate/1", {"adoption": found.id}),
            ("mobilize.log-advocacy/1", {"carries": found.thing}),
            ("mobilize.name-target/1", {"carries": found.thing}),
            ("mobilize.define-measure/1", {"of": found.thing}),
            *opens(look, text),
        ]
    )
    able = {each.on_behalf_of for each in offers if each.kind == ENDORSING}
    backing = {party for party in able if look.all(Endorsement, of=found.thing, party=party)}
    return [each for each in offers if each.kind != ENDORSING or each.on_behalf_of not in backing]


def _ballots(look: Look, declared: Deed | None) -> Sequence[Seen[Ballot]]:
    """Return the ballots that a declaration follows from."""
    follows = declared.get("follows").value if declared else None
    names = [each.partition("/")[2] for each in follows or () if each.startswith("ballot/")]
    return list(look.many(Ballot, names).values())


def _commitments(
    look: Look, found: Seen[Adoption], *kin: Sequence[Seen[Any]]
) -> Sequence[Seen[Commitment]]:
    """Return the commitments on the adoption, its paragraphs and the endorsements shown, asked for at once."""
    on = [found.thing, *(each.thing for rows in kin for each in rows)]
    return look.among(Commitment, "on", on)
