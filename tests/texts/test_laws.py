"""The laws of docs/texts.md, each tried on texts of five kinds; COMITY_TEXT_CASES=10000 tries the bar."""

import random
from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts import Proposal, Version, compare, merge, rebase
from comity.texts.merge import Merged
from comity.texts.operation import apply, operations
from comity.texts.rebase import Carried
from comity.texts.tokens import atoms, cut, tokens
from tests.texts import prose
from tests.texts.optimum import longest

kinds = pytest.mark.parametrize("kind", sorted(prose.KINDS))


def words_of(found: Merged) -> list[tuple[str, str]]:
    return [(each.id, each.text) for each in found.version.paragraphs]


def some(chance: random.Random, base: Version, kind: str, names: str) -> list[Proposal]:
    return [prose.proposal(chance, base, name, kind) for name in names]


@kinds
def test_accepting_all_gives_what_was_typed_and_refusing_all_what_was_there(kind: str) -> None:
    for chance in prose.cases(kind):
        old = prose.words(chance, kind)
        new = prose.edited(chance, old, kind)
        changes = operations(old, new)
        assert apply(old, changes) == new
        assert apply(old, ()) == old
        assert (changes == ()) is (old == new)


@given(st.text(), st.text())
def test_any_text_becomes_any_other_by_its_operations(old: str, new: str) -> None:
    assert apply(old, operations(old, new)) == new


@kinds
def test_a_comparison_gives_both_versions_back(kind: str) -> None:
    for chance in prose.cases(kind, prose.CASES // 3):
        old = [prose.words(chance, kind, 14) for _ in range(chance.randrange(8))]
        new = [prose.edited(chance, text, kind) for text in old if chance.random() < 0.8]
        chance.shuffle(new)
        found = compare(old, new)
        assert (list(found.refused()), list(found.accepted())) == (old, new)


@kinds
def test_the_order_of_proposals_changes_nothing_where_none_stack(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        tabled = [replace(each, inserted=()) for each in some(chance, base, kind, "abc")]
        once = merge(base, proposals=tabled)
        if points_shared(base, tabled):
            continue
        again = merge(base, proposals=tabled[::-1], accept=chance.sample("abc", 3))
        assert once == again


def points_shared(base: Version, tabled: list[Proposal]) -> bool:
    """Tell whether two would put different words at one point."""
    points: dict[tuple[str, int], set[str]] = {}
    for each in tabled:
        for edit in each.edited:
            for change in operations(base.paragraphs[base.place[edit.id]].text, edit.text):
                if change.is_insertion:
                    points.setdefault((edit.id, change.start), set()).add(change.text)
    return any(len(texts) > 1 for texts in points.values())


@kinds
def test_the_order_of_acceptance_changes_nothing(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        tabled = some(chance, base, kind, "abcd")
        accepted = chance.sample("abcd", chance.randrange(2, 5))
        once = merge(base, proposals=tabled, accept=accepted)
        chance.shuffle(accepted)
        assert merge(base, proposals=tabled, accept=accepted) == once


@kinds
def test_a_proposal_alone_is_never_left_out(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        one = prose.proposal(chance, base, "a", kind)
        found = merge(base, proposals=[one])
        assert (found.applied, found.collisions, found.partly) == (("a",), (), ())
        for edit in one.edited:
            assert found.version.paragraphs[found.version.place[edit.id]].text == edit.text


@kinds
def test_the_same_proposal_twice_is_the_proposal_once(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        one = prose.proposal(chance, base, "a", kind)
        both = merge(base, proposals=[one, replace(one, id="b")])
        assert words_of(both) == words_of(merge(base, proposals=[one]))
        assert both.applied == ("a", "b")


@kinds
def test_where_proposals_collide_the_base_words_stand(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        tabled = some(chance, base, kind, "abc")
        found = merge(base, proposals=tabled)
        for collision in found.collisions:
            text = base.paragraphs[base.place[collision.paragraph]].text
            start, end = collision.start, collision.end
            assert collision.words in "".join(tokens(text)[start:end])
            now = found.version.get(collision.paragraph)
            assert now is not None
            assert collision.words in now.text
            assert len(collision.proposals) > 1


@kinds
def test_nobody_is_both_applied_and_left_out(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        found = merge(base, proposals=some(chance, base, kind, "abcd"))
        left = {name for name, _ in found.partly}
        assert {*found.applied} | left == {*"abcd"}
        assert {*found.applied} & left == set()
        assert {name for one in found.collisions for name in one.proposals} == left


@kinds
def test_rebase_then_accept_equals_merge(kind: str) -> None:
    tried = 0
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        first, *rest = some(chance, base, kind, "abc")
        both = merge(base, proposals=[first, *rest])
        moved_on = merge(base, proposals=[first]).version
        carried = rebase(base, new_base=moved_on, proposals=rest)
        if any("a" in collision.proposals for collision in both.collisions):
            assert any(each.status is Carried.CONFLICT for each in carried)
            continue
        tried += 1
        assert all(each.status is not Carried.CONFLICT for each in carried)
        after = merge(moved_on, proposals=[each.proposal for each in carried])
        assert words_of(after) == words_of(both)
    assert tried > prose.CASES // 4


@kinds
def test_a_base_that_did_not_move_leaves_every_proposal_as_it_was(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        tabled = some(chance, base, kind, "ab")
        carried = rebase(base, new_base=base, proposals=tabled)
        assert [(each.proposal, each.status) for each in carried] == [
            (each, Carried.UNCHANGED) for each in tabled
        ]


@kinds
def test_what_cannot_be_carried_is_listed_never_lost(kind: str) -> None:
    for chance in prose.cases(kind):
        base = prose.version(chance, kind)
        new_base = merge(base, proposals=some(chance, base, kind, "xyz")).version
        (carried,) = rebase(base, new_base=new_base, proposals=some(chance, base, kind, "a"))
        assert (carried.status is Carried.CONFLICT) is bool(carried.conflicts)
        merge(new_base, proposals=[carried.proposal])


@kinds
def test_no_more_words_change_than_must(kind: str) -> None:
    over: list[float] = []
    for chance in prose.cases(kind, 200):
        old, new = (prose.words(chance, kind, 60) for _ in range(2))
        if chance.random() < 0.7:
            new = prose.edited(chance, old, kind)
        before, after = cut(old).words, cut(new).words
        least = len(before) + len(after) - 2 * longest(before, after)
        over.append(changed(old, new) - least)
    assert (median(over), max(over)) == (0, 0)


def changed(old: str, new: str) -> int:
    """Count the words that operations take out and put in."""
    pieces = atoms(old).pieces
    total = 0
    for each in operations(old, new):
        total += sum(not piece.isspace() for piece in pieces[each.start : each.end])
        total += sum(bool(word) for word in cut(each.text).words)
    return total
