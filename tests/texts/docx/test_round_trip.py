"""What is written is read back: words, headings, items, tables, footnotes, bold and italic, and who proposes what."""

import json
from dataclasses import replace

import pytest

from comity.texts import Edited, Paragraph, Proposal, Version, merge, read_docx, rebase, write_docx
from comity.texts import json_out as said
from comity.texts.json_in import Asked, read_asked
from comity.texts.operation import Operation
from comity.texts.proposal import changes_of
from comity.texts.version import Anchor
from tests.texts import formed, prose

CASES = max(prose.CASES // 5, 20)
kinds = pytest.mark.parametrize("kind", sorted(prose.KINDS))


def nameless(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Return paragraphs with the ids that counting gives them, then the notes in the order of their references."""
    body = [each for each in paragraphs if each.anchor is None]
    count = {each.id: n for n, each in enumerate(body, 1)}
    notes = sorted(
        (count[each.anchor.paragraph], each.anchor.at, each.text, each.formats)
        for each in paragraphs
        if each.anchor is not None
    )
    bare = [replace(each, place=()) if each.kind == "note" else each for each in body]
    return [replace(each, id=f"p{n}") for n, each in enumerate(bare, 1)] + [
        Paragraph("", text, "note", 0, formats, anchor=Anchor(f"p{host}", at))
        for host, at, text, formats in notes
    ]


@kinds
def test_a_text_is_read_back_as_it_was_written(kind: str) -> None:
    for chance in prose.cases(kind, CASES):
        base = formed.version(chance, kind)
        found = read_docx(write_docx(Asked(base, ())))
        assert found.rejected() == base.paragraphs
        assert (found.accepted(), found.proposals(), found.unread) == (base.paragraphs, (), ())


@kinds
def test_a_proposal_is_read_back_as_it_was_written(kind: str) -> None:
    for chance in prose.cases(kind, CASES):
        base = formed.version(chance, kind)
        tabled = (formed.noted(chance, base, formed.proposal(chance, base, "a", kind), kind),)
        found = read_docx(write_docx(Asked(base, tabled)))
        consolidated = nameless(merge(base, proposals=tabled).version.paragraphs)
        assert nameless(found.rejected()) == nameless(base.paragraphs)
        assert nameless(found.accepted()) == consolidated
        again = merge(found.base, proposals=found.proposals()).version
        assert nameless(again.paragraphs) == consolidated
        assert found.unread == ()


@kinds
def test_a_carried_proposal_is_read_back_with_the_operations_that_were_written(kind: str) -> None:
    for chance in prose.cases(kind):
        base = formed.version(chance, kind)
        one, two = (formed.proposal(chance, base, name, kind) for name in "ab")
        now = merge(base, proposals=[one]).version
        (carried,) = (each.proposal for each in rebase(base, new_base=now, proposals=[two]))
        found = read_docx(write_docx(Asked(now, (carried,))))
        consolidated = nameless(merge(now, proposals=[carried]).version.paragraphs)
        assert nameless(found.accepted()) == consolidated
        again = merge(found.base, proposals=found.proposals()).version
        assert nameless(again.paragraphs) == consolidated
        read = as_read(now)
        names = dict(zip(read, (each.id for each in found.base.paragraphs), strict=True))
        there = {names[name]: ones for name, ones in asked(carried, now).items()}
        here = {
            name: ones
            for each in found.proposals()
            for name, ones in asked(each, found.base).items()
        }
        assert here == there


def as_read(version: Version) -> list[str]:
    """Return the ids in the order of a file: the body, then the notes in the order of their references."""
    where = {each.id: n for n, each in enumerate(version.paragraphs)}
    body = [each.id for each in version.paragraphs if each.anchor is None]
    notes = [
        (where[each.anchor.paragraph], each.anchor.at, where[each.id], each.id)
        for each in version.paragraphs
        if each.anchor is not None
    ]
    return [*body, *(name for *_, name in sorted(notes))]


def asked(proposal: Proposal, base: Version) -> dict[str, list[tuple[int, int, str]]]:
    """Return, in order, which atoms of each paragraph become which words."""
    found = {
        edit.id: [(each.start, each.end, each.text) for each in changes_of(edit, base)]
        for edit in proposal.edited
    }
    return {name: ones for name, ones in found.items() if ones}


def test_of_like_words_the_one_that_was_meant_goes() -> None:
    base = Version((Paragraph("p1", "the the the and"),))
    second = (Operation(2, 4),)
    one = Proposal("a", "A", (Edited("p1", "the the and", second),))
    (found,) = read_docx(write_docx(Asked(base, (one,)))).proposals()
    assert found.edited == one.edited


def test_who_writes_what_the_words_say_is_read_by_the_words() -> None:
    base = Version((Paragraph("p1", "the the the and"),))
    one = Proposal("a", "A", (Edited("p1", "the the and"),))
    (found,) = read_docx(write_docx(Asked(base, (one,)))).proposals()
    assert found.edited == one.edited


@kinds
def test_a_clean_text_and_a_comparison_end_in_the_same_words(kind: str) -> None:
    for chance in prose.cases(kind, CASES):
        base = formed.version(chance, kind)
        tabled = tuple(
            formed.noted(chance, base, formed.proposal(chance, base, name, kind), kind)
            for name in "ab"
        )
        consolidated = nameless(merge(base, proposals=tabled).version.paragraphs)
        clean = read_docx(write_docx(Asked(base, tabled), form="clean"))
        assert nameless(clean.rejected()) == consolidated
        compared = read_docx(write_docx(Asked(base, tabled), form="comparison"))
        assert nameless(compared.rejected()) == nameless(base.paragraphs)
        assert nameless(compared.accepted()) == consolidated


@kinds
def test_what_is_said_of_a_file_in_json_is_written_as_the_same_file(kind: str) -> None:
    for chance in prose.cases(kind, CASES):
        base = formed.version(chance, kind)
        tabled = (formed.noted(chance, base, formed.proposal(chance, base, "a", kind), kind),)
        found = read_docx(write_docx(Asked(base, tabled)))
        told = read_asked(json.dumps(said.document(found)).encode())
        assert (told.base, told.proposals) == (found.base, found.proposals())
        again = read_docx(write_docx(told))
        assert (again.rejected(), again.accepted()) == (found.rejected(), found.accepted())
        assert again.proposals() == found.proposals()


def test_an_empty_paragraph_after_a_table_at_the_end_is_read_back() -> None:
    cell = Paragraph("p1", "Cell", "row", place=(1, 1, 1))
    for text in ((cell,), (cell, Paragraph("p2", ""))):
        assert read_docx(write_docx(Asked(Version(text), ()))).rejected() == text
