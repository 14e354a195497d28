"""What brings a chosen file back is read as it was written, and anything else is told beside the field."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.errors import Malformed
from comity.web.acting.kept import Kept, bound, files, kept_in

KIND = "programme.file-paper/1"
TOLD = {"blob": "A" * 43, "length": 6, "media_type": "text/plain", "name": "Annex.txt"}


def test_a_kept_file_is_bound_as_it_was_lodged() -> None:
    written = json.dumps(TOLD)
    assert list(files(KIND)) == ["file"]
    assert kept_in({"kept-file": written}, "file") == Kept(written, "Annex.txt", 6)
    assert bound(KIND, {"kept-file": written}) == {
        "file": {"blob": "A" * 43, "length": 6, "media_type": "text/plain"}
    }
    assert bound(KIND, {"title": "A paper"}) == {}


@given(st.text(min_size=1) | st.just("[" * 100_000) | st.just('{"blob": 1}') | st.just("null"))
def test_what_is_no_kept_file_is_told_by_its_field(written: str) -> None:
    with pytest.raises(Malformed) as raised:
        kept_in({"kept-file": written}, "file")
    assert raised.value.what == "file"
