"""The exercise: one sentence, followed from a closed room to a telephone that was answered."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from comity.core.ballot import Ballot, Choice, Result, VoteNote
from comity.core.consensus import Answer, Reply, Round, RoundStatus
from comity.core.consultation import (
    Comment,
    Consultation,
    ConsultationStatus,
    Disposition,
)
from comity.core.contact import Check
from comity.core.norm import Norm
from comity.core.party import Mandate, Party, PartyForm
from comity.core.programme import Paper
from comity.core.statement import Dissociation, Explanation
from comity.core.support import Advocacy, Commitment, Endorsement, Evidence
from comity.core.text import (
    Adoption,
    Agreement,
    Paragraph,
    Proposal,
    ProposalStatus,
    Reservation,
    Silence,
    SilenceStatus,
    Text,
    TextStatus,
)
from programmes.reader import steps
from tests.programmes.fold import fold
from tests.programmes.scripts import MOMENTS, ORDINARY, acts, folded, of_kind

SENTENCE = "Each party keeps one contact who answers within two hours, day or night."


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_every_act_is_in_order(now: datetime) -> None:
    assert fold(steps(now)).refused == []


def test_both_halves_together_are_enough() -> None:
    assert len(acts("cables")) >= 110
    assert len(acts("eastwest")) >= 230


def test_no_link_leads_nowhere() -> None:
    found = folded()
    assert {thing for link in found.links for thing in link} - set(found.state.things) == set()


def test_paragraph_seven_is_the_sentence() -> None:
    state = folded().state
    assert state.get(Paragraph, "understanding-1-p7").words == SENTENCE
    assert state.get(Paragraph, "understanding-1-p7").number == "7"
    for later in ("understanding-2-p7", "understanding-3-p7"):
        assert str(state.get(Paragraph, later).words).startswith(SENTENCE[:-1])


def test_the_sentence_goes_from_the_closed_room_to_the_evidence() -> None:
    links = set(folded().links)
    line = (
        "meeting/harbour-dialogue",
        "outcome/outcome-two-hours",
        "paragraph/understanding-draft-p7",
        "proposal/draft-p7-two-hours",
        "paragraph/understanding-0-p7",
        "outcome/outcome-sounding",
        "paragraph/understanding-1-p7",
        "commitment/aldmoor-duty-desk",
        "check/check-0312",
        "evidence/evidence-0312",
    )
    for parent, child in pairwise(line):
        assert (child, parent) in links
    assert ("outcome/outcome-sounding", "silence/silence-0") in links
    assert ("adoption/adoption-1", "silence/silence-1") in links


def test_the_first_silence_was_broken_by_meridonia_before_its_delegation_changed() -> None:
    state = folded().state
    silence = state.get(Silence, "silence-0")
    assert (silence.status, silence.broken_by) == (SilenceStatus.BROKEN, "meridonia")
    before, after = state.get(Mandate, "meridonia-head-1"), state.get(Mandate, "meridonia-head-2")
    assert before.person != after.person
    assert before.ended is not None


def test_the_second_silence_held_and_the_text_stands_with_a_reservation() -> None:
    state = folded().state
    silence = state.get(Silence, "silence-1")
    adoption = state.get(Adoption, "adoption-1")
    assert (silence.status, silence.extended) == (SilenceStatus.HELD, 1)
    assert adoption.adopted_on.first == silence.deadline.instant
    assert state.get(Text, "understanding-1").status is TextStatus.ADOPTED
    assert state.get(Reservation, "reservation-meridonia").paragraph == "understanding-1-p7"


def test_the_chair_heard_each_of_them_before_the_second_silence() -> None:
    state = folded().state
    asked = state.get(Round, "round-1")
    assert asked.status is RoundStatus.CLOSED
    assert {each.party for each in state.all(Answer) if each.round == "round-1"} == set(
        asked.parties
    )


def test_a_round_is_open_and_whoever_objects_says_what_would_cure_it() -> None:
    state = folded().state
    assert {each.id for each in state.all(Round) if each.status is RoundStatus.RUNNING} == {
        "round-guide"
    }
    objections = [each for each in state.all(Answer) if each.reply is Reply.OBJECT]
    assert [(each.party, bool(each.cure)) for each in objections] == [("arvenia", True)]


def test_they_voted_once_and_what_was_cast_in_error_is_noted_and_not_counted() -> None:
    state = folded().state
    ballot = state.get(Ballot, "ballot-season")
    count = (ballot.yes, ballot.no, ballot.abstained, ballot.absent, ballot.result)
    assert count == (3, 1, 1, 0, Result.CARRIED)
    notes = [(each.party, each.meant) for each in state.all(VoteNote)]
    assert notes == [("tarn", Choice.YES)]
    assert state.get(Adoption, "adoption-season").level is Agreement.BY_VOTE


def test_a_revision_took_in_two_of_five_proposals() -> None:
    state = folded().state
    found = {each.id: each.status for each in state.all(Proposal) if each.text == "season-draft"}
    assert sorted(key for key, each in found.items() if each is ProposalStatus.ACCEPTED) == [
        "season-p1-each-season",
        "season-p2-no-feast-day",
    ]
    assert len(found) == 5
    assert state.get(Text, "season-draft").revised_by == "season-of-checks"


def test_each_comment_had_its_answer_before_the_request_was_closed() -> None:
    state = folded().state
    asked = state.get(Consultation, "asks-season")
    said = {each.id for each in state.all(Comment) if each.consultation == asked.id}
    answered = {each.id for each in state.all(Disposition) if each.consultation == asked.id}
    assert asked.status is ConsultationStatus.CLOSED
    assert len(said) == 3
    assert said == answered
    assert state.get(Consultation, "asks-guide").status is ConsultationStatus.OPEN


def test_an_adopted_text_carries_what_parties_said_of_it() -> None:
    state = folded().state
    explained = {(each.text, each.party) for each in state.all(Explanation)}
    assert explained == {("understanding-1", "aldmoor"), ("season-of-checks", "open-lines")}
    assert [(each.adoption, each.party) for each in state.all(Dissociation)] == [
        ("adoption-season", "brightwater")
    ]


def test_two_states_and_a_company_endorsed_it() -> None:
    state = folded().state
    backed = [each for each in state.all(Endorsement) if each.of == "adoption/adoption-1"]
    forms = [state.get(Party, each.party).form for each in backed]
    assert sorted(forms) == [PartyForm.COMPANY, PartyForm.STATE, PartyForm.STATE]


def test_a_volunteer_carried_it_to_a_third_ministry() -> None:
    visits = [step.envelope["target"] for step in of_kind("cables", "mobilize.log-advocacy")]
    assert len(set(visits[:3])) == 3
    assert {each.party for each in folded().state.all(Advocacy)} == {"open-lines"}


def test_the_check_at_03_12_was_answered_in_41_minutes() -> None:
    state = folded().state
    check = state.get(Check, "check-0312")
    assert f"{check.asked:%A %H:%M}" == "Sunday 03:12"
    assert check.answered_in_minutes == 41
    assert state.get(Evidence, "evidence-0312").of == "commitment/aldmoor-duty-desk"
    assert state.get(Commitment, "aldmoor-duty-desk").party == "aldmoor"


def test_one_answer_came_late_and_one_has_not_come() -> None:
    state = folded().state
    late = state.get(Check, "check-tarn")
    assert late.answered is not None
    assert late.answered > late.answer_by.instant
    unanswered = {each.id for each in state.all(Check) if each.answered is None}
    assert unanswered == {"check-tarn-2", "check-meridonia-2"}


def test_a_proposal_was_withdrawn_a_paper_was_late_and_a_typing_error_was_struck() -> None:
    state = folded().state
    withdrawn = [each.id for each in state.all(Proposal) if each.status is ProposalStatus.WITHDRAWN]
    late = [
        step.envelope["id"]
        for step in of_kind("cables", "programme.file-paper")
        if step.envelope.get("late")
    ]
    struck = of_kind("cables", "programme.strike")
    assert withdrawn == ["draft-p7-one-hour"]
    assert late == ["cc-5"]
    assert len(struck) == 1
    wrong = folded().acts[struck[0].envelope["act"]]
    assert getattr(wrong, "id", "") == "outcome-captains-1"
    assert len(state.all(Paper)) == 8


def test_everything_of_the_exercise_is_practice() -> None:
    state = folded().state
    exercised = [each for each in state.all(Party) if each.exercise]
    assert {each.exercise for each in exercised} == {"cables"}
    assert state.get(Norm, "norm-repair-apart").exercise == "cables"


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_after_loading_one_silence_has_45_minutes_and_one_three_days(now: datetime) -> None:
    state = fold(steps(now)).state
    # Deadlines stand on the next whole minute.
    loaded = now + timedelta(seconds=-(now.second + now.microsecond / 1_000_000) % 60)
    running = {
        each.id: each.deadline.instant - loaded
        for each in state.all(Silence)
        if each.status is SilenceStatus.RUNNING
    }
    assert running == {"silence-now": timedelta(minutes=45), "silence-later": timedelta(days=3)}


def test_a_silence_had_72_hours_or_a_reason() -> None:
    for step in of_kind("cables", "reframe.open-silence"):
        silence = folded().state.get(Silence, step.envelope["id"])
        assert (
            "short_notice" in step.envelope
            or silence.deadline.instant - silence.opened >= timedelta(hours=72)
        )


def test_every_party_that_has_a_voice_has_taken_a_position_on_paragraph_seven() -> None:
    held = {
        step.envelope["on_behalf_of"]
        for step in of_kind("cables", "reframe.take-position")
        if step.envelope["on"] == "paragraph/understanding-3-p7"
    }
    assert held == set(folded().state.get(Silence, "silence-now").parties)


def test_nobody_acts_for_a_party_by_a_name_that_tells() -> None:
    assert {len(step.person) for step in acts("cables")} == {5, 6}
    assert {step.person for step in acts("cables") if len(step.person) == 5} == {"clerk"}


def test_the_contacts_lead_nowhere() -> None:
    for step in of_kind("cables", "operate.nominate-contact"):
        assert step.envelope["mail"].endswith(".example")
        assert step.envelope.get("telephone", "+999").startswith("+999")


def test_the_exercise_ends_at_the_moment_of_loading() -> None:
    assert ORDINARY - acts("cables")[-1].at == timedelta(minutes=25)
