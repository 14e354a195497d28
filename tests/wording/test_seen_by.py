"""Before anything is sent the form says who will see it and who will be named."""

from comity.core.audience import Audience
from comity.wording import audience_name, who_sees

BREAK = "reframe.break-silence/1"
IN_ROOM = {
    "kind": "body",
    "silence": "body",
    "on_behalf_of": "chair",
    "words": "chair",
    "by": "own",
    "audience": "body",
    "received": "body",
}


def test_members_learn_that_it_was_done_and_the_chair_who_did_it() -> None:
    assert who_sees(BREAK, IN_ROOM, body="the Cables Conference", party="Meridonia") == [
        "Members of the Cables Conference see that this was done and “Silence”.",
        "The chair of the Cables Conference sees that it came from Meridonia and “Words for the record”.",
        "Only those who act for Meridonia see which person acted.",
    ]


def test_what_everybody_sees_is_said_in_one_sentence() -> None:
    audiences = {**dict.fromkeys(IN_ROOM, Audience.PUBLIC), "by": Audience.OWN}
    assert who_sees(BREAK, audiences, party="Meridonia") == [
        "Everybody sees that this was done, that it came from Meridonia and all that it says.",
        "Only those who act for Meridonia see which person acted.",
    ]


def test_named_readers_are_named() -> None:
    audiences = {**IN_ROOM, "words": "named"}
    said = who_sees(BREAK, audiences, named=("Arvenia", "Tarn"))
    assert said[1] == "Its named readers (Arvenia and Tarn) see “Words for the record”."


def test_a_name_with_a_percent_sign_does_no_harm() -> None:
    said = who_sees(BREAK, IN_ROOM, body="the 100% Club", party="50%s")
    assert (
        said[1]
        == "The chair of the 100% Club sees that it came from 50%s and “Words for the record”."
    )


def test_every_audience_has_a_name() -> None:
    assert [audience_name(each)[:1].islower() for each in Audience] == [True] * len(Audience)
