"""Bold, italic, tables and notes when texts are merged and rebased: the laws hold for them as for words."""

import pytest

from comity.texts import merge, rebase
from comity.texts.form import normal, runs
from comity.texts.rebase import Carried
from tests.texts import formed, prose

CASES = max(prose.CASES // 5, 20)
kinds = pytest.mark.parametrize("kind", sorted(prose.KINDS))


@kinds
def test_rebase_then_accept_equals_merge_with_all_that_is_not_words(kind: str) -> None:
    tried = 0
    for chance in prose.cases(kind, prose.CASES):
        base = formed.version(chance, kind)
        make = chance.choice((formed.free, formed.proposal))
        one, *rest = (
            formed.noted(chance, base, make(chance, base, name, kind), kind) for name in "abc"
        )
        both = merge(base, proposals=[one, *rest])
        now = merge(base, proposals=[one]).version
        carried = rebase(base, new_base=now, proposals=rest)
        if any("a" in collision.proposals for collision in both.collisions):
            assert any(each.status is Carried.CONFLICT for each in carried)
            continue
        tried += 1
        assert all(each.status is not Carried.CONFLICT for each in carried)
        after = merge(now, proposals=[each.proposal for each in carried])
        assert after.version == both.version
    assert tried > prose.CASES // 10


@kinds
def test_formats_stay_within_their_words_and_do_not_overlap(kind: str) -> None:
    for chance in prose.cases(kind, CASES):
        base = formed.version(chance, kind)
        tabled = [formed.proposal(chance, base, name, kind) for name in "abc"]
        for one in merge(base, proposals=tabled).version.paragraphs:
            assert one.formats == normal(one.formats)
            assert "".join(words for words, _, _ in runs(one.text, one.formats)) == one.text
