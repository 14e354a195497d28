"""The archive: what happened, from a source, and nobody real who acts."""

from collections import Counter

import pytest

from comity.core.norm import Norm, Recommendation
from comity.core.party import Party, Seat, Standing
from comity.core.terms_of_reference import TermsOfReference
from programmes.reader import Step
from tests.programmes.scripts import acts, folded, of_kind, told

DOUBTFUL = ("memory", "inferred", "unverified", "check before")
DONE = {"programme.establish-programme/1", "parties.register-person/1"}


def test_the_programme_is_established_first_and_in_public() -> None:
    first = told()[0].envelope
    assert (first["kind"], first["simulated"], first["log"], first["host"]) == (
        "programme.establish-programme/1",
        True,
        "public",
        "archive",
    )


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("programme.set-objective", 3),
        ("programme.open-work-area", 7),
        ("parties.admit-party", 29),
        ("parties.found-body", 8),
        ("parties.seat-member", 41),
        ("parties.note-support", 19),
        ("reframe.issue-call", 4),
        ("reframe.put-forward-norm", 52),
        ("reframe.relate-norms", 12),
        ("reframe.publish-report", 13),
        ("reframe.issue-edition", 2),
        ("reframe.put-recommendation", 12),
        ("programme.note-source-difference", 9),
    ],
)
def test_the_archive_holds(kind: str, number: int) -> None:
    assert len(of_kind("eastwest", kind)) == number


def test_seven_summits_and_eighteen_other_meetings() -> None:
    forms = Counter(
        step.envelope["form"] == "summit" for step in of_kind("eastwest", "convene.convene-meeting")
    )
    assert forms == {True: 7, False: 18}


def test_forty_one_people_in_public_roles_and_the_archivist() -> None:
    people = of_kind("eastwest", "parties.register-person")
    assert Counter("source" in step.envelope for step in people) == {True: 41, False: 1}


def test_everything_is_recorded_by_the_archive_from_a_source_with_a_date() -> None:
    done = [step for step in acts("eastwest") if "source" not in step.envelope]
    assert {step.envelope["kind"] for step in done} == DONE
    assert len(done) == 2
    for step in acts("eastwest"):
        assert (step.person, step.envelope["on_behalf_of"]) == ("q4t8zn", "archive")
        assert ("source" in step.envelope) == ("effective" in step.envelope)
        assert len(step.envelope.get("source", "")) <= 500


def test_nothing_doubtful_is_loaded() -> None:
    found = [
        step.where
        for step in acts("eastwest")
        if any(word in str(step.envelope) for word in DOUBTFUL)
    ]
    assert found == []


def test_no_seat_has_a_term_that_no_source_gives() -> None:
    for step in of_kind("eastwest", "parties.seat-member"):
        assert {"start", "end"} & set(step.envelope) == set()
        assert step.envelope["attested_on"] == step.envelope["effective"]


def test_organizations_are_named_and_take_no_part() -> None:
    state = folded().state
    named = [each for each in state.all(Party) if each.standing is Standing.NAMED]
    assert {each.exercise for each in named} == {""}
    assert len(named) == 29


def test_groups_say_that_their_names_are_a_reconstruction() -> None:
    groups = [
        step
        for step in of_kind("eastwest", "parties.found-body")
        if step.envelope["form"] == "breakthrough-group"
    ]
    assert len(groups) == 5
    assert all("reconstruction" in step.envelope["note"] for step in groups)


def test_groups_have_the_purpose_that_the_description_gives_to_all_of_them_and_nothing_made_up() -> (
    None
):
    found = [each for each in folded().state.all(TermsOfReference) if each.body.startswith("bg-")]
    assert len(found) == 5
    assert {(each.task, each.given_by, each.until, each.reports_to) for each in found} == {
        ("", "", None, "")
    }


def test_a_norm_seen_by_its_title_only_has_no_summary() -> None:
    bare = {each.id for each in folded().state.all(Norm) if not each.summary}
    assert bare == {"gcsc-7", "gcsc-8"}


def test_recommendations_of_the_archive_say_that_they_are_paraphrased() -> None:
    found = [each for each in folded().state.all(Recommendation) if not each.exercise]
    assert len(found) == 12
    assert all(str(each.should).endswith("(Paraphrase.)") for each in found)


def test_london_has_one_figure_and_both_claims() -> None:
    [london] = [step for step in acts("eastwest") if step.envelope.get("id") == "london-2011"]
    [difference] = [
        step for step in acts("eastwest") if step.envelope.get("id") == "london-figures"
    ]
    assert (london.envelope["participants"], london.envelope["countries"]) == (
        "more than 450",
        "43",
    )
    assert [claim["says"] for claim in difference.envelope["claims"]] == [
        "More than 450 participants from 43 countries.",
        "Each summit brought 200 to 400 leaders.",
    ]


def test_the_worked_line_runs_from_new_delhi_to_the_final_report() -> None:
    links = set(folded().links)
    for child, parent in (
        ("call/call-core", "meeting/gcsc-delhi"),
        ("norm/gcsc-1", "call/call-core"),
        ("relation/gcsc-1-pc-2", "norm/gcsc-1"),
        ("relation/gcsc-1-pc-2", "norm/pc-2"),
        ("report/rep-gcsc", "norm/gcsc-1"),
    ):
        assert (child, parent) in links


def test_the_first_norm_of_the_record_is_of_the_archive() -> None:
    norms = [step for step in told() if step.envelope["kind"] == "reframe.put-forward-norm/1"]
    assert norms[0].envelope["id"] == "gcsc-1"


def test_no_archive_in_the_exercise_and_no_exercise_in_the_archive() -> None:
    def whose(step: Step) -> str:
        return str(step.envelope["on_behalf_of"])

    opening = [step for step in acts("cables") if whose(step) == "archive"]
    assert {step.where.split(",")[0] for step in opening} == {"cables/00-opening.toml"}
    assert [step.envelope["kind"] for step in opening] == [
        "programme.declare-exercise/1",
        "parties.admit-party/1",
        "parties.give-mandate/1",
    ]
    assert {whose(step) for step in acts("eastwest")} == {"archive"}


def test_seats_are_held_by_people_who_are_registered() -> None:
    state = folded().state
    for seat in state.all(Seat):
        assert not seat.person or f"person/{seat.person}" in state.things
