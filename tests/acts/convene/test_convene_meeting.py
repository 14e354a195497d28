"""A meeting stands in the calendar."""

import pytest

from comity.acts.programme.open import TELLS_WHO_WAS_THERE
from comity.core.meeting import WHO_WAS_THERE, Meeting, MeetingForm
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.convene-meeting"

WRONG = (
    wrong("that ends before it starts", "ends-before-it-starts", end="2026-12-06"),
    wrong("where no clock is", "no-such-zone", zone="Sea/Bottom"),
    wrong("of a party twice", "party-twice", parties=["arvenia", "arvenia"]),
    wrong("of no party", "no-such-party", parties=["nobody"]),
    wrong("of no body", "no-such-body", body="nothing"),
    wrong("of nothing", "no-such-work-area", work_area="nothing"),
    wrong(
        "of practice with those who do not practise",
        "crosses-the-exercise",
        "crosses-the-exercise",
        exercise="drill",
        body=None,
        follows=[],
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_meeting_stands() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["meeting/fourth-session"] == Meeting(
        id="fourth-session",
        name="Fourth session",
        form=MeetingForm.SESSION,
        start=When("2026-12-07"),
        end=When("2026-12-09"),
        body="conference",
        attribution=Attribution.CHATHAM_HOUSE,
        parties=("arvenia", "meridonia"),
    )
    assert list(act.follows_from()) == [("meeting/fourth-session", "meeting/third-session")]


def test_it_may_last_a_day() -> None:
    assert codes(KIND, end="2026-12-07") == ()


@pytest.mark.parametrize(
    ("rule", "body", "parts"),
    [
        ("on-the-record", "conference", {"*": "public", "by": "own"}),
        (
            "chatham-house",
            "conference",
            {
                "*": "public",
                "by": "own",
                **dict.fromkeys(WHO_WAS_THERE, "chair"),
                "concerns": "chair",
            },
        ),
        (
            "closed",
            None,
            {
                "*": "secretariat",
                "by": "own",
                **dict.fromkeys(WHO_WAS_THERE, "secretariat"),
            },
        ),
    ],
)
def test_who_was_there_is_told_as_the_rule_allows(
    rule: str, body: str | None, parts: dict[str, str]
) -> None:
    act = lawful(KIND, attribution=rule, body=body)
    assert act.seen_by_default(scene().lent(act)) == parts


def test_partners_sectors_and_groups_tell_who_was_there_as_parties_do() -> None:
    names = {"parties", "participants", "countries", "partners", "sectors", "groups"}
    assert set(WHO_WAS_THERE) == names
    assert names < TELLS_WHO_WAS_THERE
