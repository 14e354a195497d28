"""The ids of new paragraphs: who put them where, and the next that is free."""

from comity.texts import Inserted, Paragraph, Proposal, Version, merge, rebase


def version(*names: str) -> Version:
    return Version(tuple(Paragraph(name, f"Words of {name}.") for name in names))


def ids(base: Version, *tabled: Proposal) -> list[str]:
    return [each.id for each in merge(base, proposals=tabled).version.paragraphs]


def put(name: str, *texts: str, after: str | None = "p1") -> Proposal:
    return Proposal(name, inserted=tuple(Inserted(after, text) for text in texts))


def test_an_id_that_is_taken_gives_way_to_the_next_that_is_free() -> None:
    base = version("p1", "p1+a", "p1+a.2")
    assert ids(base, put("a", "New.")) == ["p1", "p1+a.3", "p1+a", "p1+a.2"]


def test_two_proposals_that_come_to_one_name_get_two() -> None:
    assert ids(version("p1"), put("a", "One.", "Two."), put("a.2", "Three.")) == [
        "p1",
        "p1+a",
        "p1+a.2",
        "p1+a.2.2",
    ]


def test_a_plus_in_a_proposals_name_does_not_move_its_paragraphs() -> None:
    base = version("p1", "p1+x", "p2")
    assert ids(base, put("x+y", "New.")) == ["p1", "p1+x-y", "p1+x", "p2"]


def test_a_proposal_whose_name_was_taken_is_carried_with_the_name_it_would_have_had() -> None:
    base = version("p1", "p1+a")
    other, one = put("b", "Other."), put("a", "New.")
    (carried,) = rebase(base, new_base=merge(base, proposals=[other]).version, proposals=[one])
    now = merge(base, proposals=[other]).version
    assert ids(now, carried.proposal) == ids(base, other, one)
