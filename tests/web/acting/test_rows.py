"""Small records are typed row by row; what was left empty is no row."""

from hypothesis import given
from hypothesis import strategies as st

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.web.acting import rows
from comity.web.acting.envelope import envelope_of

KIND = "programme.note-source-difference/1"
CLAIMS = act_shapes(load()[KIND])["claims"]


def test_rows_become_records_and_empty_ones_nothing() -> None:
    typed = {
        "claims:says": "450 people\n\n40 people | or so\n",
        "claims:source": "A report\n\nA letter\n",
    }
    assert envelope_of(KIND, typed, zone="UTC")["claims"] == [
        {"says": "450 people", "source": "A report"},
        {"says": "40 people | or so", "source": "A letter"},
    ]
    assert "claims" not in envelope_of(KIND, {"claims:says": "\n"}, zone="UTC")


def test_there_is_always_room_for_more() -> None:
    empty = rows.shown("claims", CLAIMS, {}, labels={}, deed=None)
    assert [[cell.head for cell in row] for row in empty] == [["says", "source"]] * 3
    typed = {"claims:says": "a\nb\nc\nd", "claims:source": "e\nf\ng\nh"}
    filled = rows.shown("claims", CLAIMS, typed, labels={}, deed=None)
    assert [[cell.value for cell in row] for row in filled] == [
        ["a", "e"],
        ["b", "f"],
        ["c", "g"],
        ["d", "h"],
        ["", ""],
        ["", ""],
    ]


@given(st.dictionaries(st.sampled_from(list(rows.names(KIND))), st.text()))
def test_what_is_shown_again_is_read_as_it_was(typed: dict[str, str]) -> None:
    read = rows.typed_in("claims", CLAIMS, typed)
    table = rows.shown("claims", CLAIMS, typed, labels={}, deed=None)
    again = {
        f"claims:{column}": "\n".join(row[place].value for row in table)
        for place, column in enumerate(rows.columns(CLAIMS))
    }
    assert rows.typed_in("claims", CLAIMS, again) == read
