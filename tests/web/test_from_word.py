"""A Word file that comes back: its changes as drafts, what is tabled left out, and what fits nowhere told."""

from dataclasses import replace

import pytest

from comity.core.text import Change
from comity.texts import Edited, Inserted, Proposal, read_docx, write_docx
from comity.texts.json_in import Asked
from comity.web.changed import Run
from comity.web.from_word import Astray, FromWord, OfAnotherState, from_word
from comity.wording.word_file import rolling
from tests.wording.test_word_file import STANDS, WHOLE, numbered, page

AT = "2026-03-02T09:00:00Z"


def brought(*mine: Proposal, of: object = WHOLE) -> FromWord:
    """Let the file be taken, changed by others in Word, and brought back."""
    assert isinstance(of, type(WHOLE))
    taken = read_docx(rolling(of, rule="Members only.", link=""))
    tabled = (*taken.proposals(), *mine)
    return from_word(of, write_docx(Asked(taken.base, tabled, comments=taken.comments)))


def told(found: FromWord) -> list[tuple[str, Change, str, str]]:
    return [(each.paragraph.id, each.change, each.words, each.by) for each in found.drafts]


def test_a_file_that_was_not_changed_holds_no_draft() -> None:
    assert brought() == FromWord([], [], ())


def test_each_change_is_a_draft_and_what_is_tabled_is_none() -> None:
    found = brought(
        Proposal(
            "mine",
            "Ida",
            edited=(Edited("p3", "A broken cable is a common loss."),),
            inserted=(Inserted("p5", "A list is kept."),),
            at=AT,
        ),
    )
    assert told(found) == [
        ("t-p1", Change.REPLACE, "A broken cable is a common loss.", "Ida"),
        ("t-p3", Change.INSERT, "A list is kept.", "Ida"),
    ]
    assert found.drafts[0].runs == [
        Run("same", "A "),
        Run("added", "broken "),
        Run("same", "cable is a common loss."),
    ]
    assert (found.astray, found.unread) == ([], ())


def test_a_paragraph_that_was_struck_is_a_draft_to_delete_it() -> None:
    found = brought(Proposal("mine", "Ida", deleted=("p3",), at=AT))
    assert told(found) == [("t-p1", Change.DELETE, "", "Ida")]
    assert found.drafts[0].runs == [Run("gone", STANDS[0])]


def test_what_is_changed_above_the_first_paragraph_can_be_proposed_on_none() -> None:
    found = brought(
        Proposal(
            "mine",
            "Ida",
            edited=(Edited("p1", "On broken cables"),),
            inserted=(Inserted("p2", "Before all."),),
            at=AT,
        )
    )
    assert (found.drafts, [*found.astray]) == (
        [],
        [Astray("On broken cables", "Ida"), Astray("Before all.", "Ida")],
    )


def test_a_number_that_stands_before_the_words_is_no_part_of_them() -> None:
    odd = page(numbered(1, STANDS[0], number="1 bis"), numbered(2, STANDS[1], number="2"))
    kept, lost = (
        brought(Proposal("mine", "Ida", edited=(Edited("p4", words),), at=AT), of=odd)
        for words in ("2.\tEach party keeps a contact.", "Each party keeps a contact.")
    )
    assert told(kept) == [("t-p2", Change.REPLACE, "Each party keeps a contact.", "Ida")]
    assert [*lost.astray] == [Astray("Each party keeps a contact.", "Ida")]


def test_a_file_made_of_another_state_is_refused_with_the_paragraph_that_parts_them() -> None:
    raw = rolling(WHOLE, rule="", link="")
    moved_on = replace(
        WHOLE, paragraphs=[*WHOLE.paragraphs[:2], numbered(3, "A party may answer.")]
    )
    with pytest.raises(OfAnotherState, match=r"paragraph 3, “A party may answer\.”, does not"):
        from_word(moved_on, raw)
