"""What became of a list's entries is told by the list's own history, and by nothing else."""

import pytest

from comity.core.errors import Malformed
from comity.sheets import read_csv, read_history
from comity.sheets.history import Entry, named_before

WORDS = """\
date,event,file,new_file
2021-03-23,renamed,b_c-civil-society-USA.md,c_d-civil-society-USA.md
2020-01-01,added,a_b-civil-society-USA.md,
2020-05-05,renamed,a_b-civil-society-USA,b_c-civil-society-USA.md
2021-09-09,removed,x-company-FRA.md,
2021-09-10,removed,new-supporter.md,
2021-09-11,vanished,y-company-FRA.md,
then,removed,y-company-FRA.md,
2021-09-12,renamed,y-company-FRA.md,
"""


def test_events_are_told_in_order_and_what_cannot_be_read_tells_nothing() -> None:
    found = read_history(read_csv(WORDS.encode()))
    assert [(each.on, each.what, each.was.name) for each in found.events] == [
        ("2020-01-01", "added", "a b"),
        ("2020-05-05", "renamed", "a b"),
        ("2021-03-23", "renamed", "b c"),
        ("2021-09-09", "removed", "x"),
    ]
    assert found.events[3].was == Entry("x", "company", "FRA")
    assert [each.number for each in found.unread] == [6, 7, 8, 9]


def test_every_name_that_an_entry_had_is_found_the_last_first() -> None:
    events = read_history(read_csv(WORDS.encode())).events
    assert named_before(events, Entry("C d", country="USA")) == ["b c", "a b"]
    assert named_before(events, Entry("C d", country="FRA")) == []
    assert named_before(events, Entry("x")) == []


def test_an_entry_may_be_told_by_its_name_alone() -> None:
    words = "date,event,name,new name\n2020,renamed,East West Institute,ORF America\n"
    (event,) = read_history(read_csv(words.encode())).events
    assert (event.was, event.now) == (Entry("East West Institute"), Entry("ORF America"))


def test_a_list_without_events_is_no_history() -> None:
    with pytest.raises(Malformed, match="a column for event"):
        read_history(read_csv(b"date,file\n2020,x\n"))
