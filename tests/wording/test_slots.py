"""What a field says in a sentence."""

from comity.core.when import When
from comity.wording.slots import quoted, said
from comity.wording.times import ANYBODY, Reader

CALLED_AT = When("2026-08-02T05:53:00Z")


def test_words_quoted_within_somebodys_words_have_marks_of_their_own() -> None:
    assert (
        quoted("They said “within two hours” and left.")
        == "“They said ‘within two hours’ and left”"
    )
    assert quoted('"Where that can be done."') == "“‘Where that can be done.’”"
    assert quoted('A cable of 2" and no more') == '“A cable of 2" and no more”'


def test_an_exact_time_is_told_in_the_time_of_who_hosts_the_exercise() -> None:
    host = Reader(venue="Atlantic/South_Georgia", zones={"Atlantic/South_Georgia": "Harbour"})
    assert said(CALLED_AT, reader=host) == "2 August 2026, 03:53 Harbour time"
    assert said(CALLED_AT, reader=ANYBODY) == "2 August 2026, 05:53 UTC"
    assert said(When("2026-08-02"), reader=host) == "2 August 2026"
