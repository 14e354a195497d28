"""A form too long to be taken in is counted field by field, however it arrives."""

from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from comity.web.acting.long_form import counted

NAMES = st.text(alphabet="abcdefgé:", min_size=1, max_size=8)


@given(
    fields=st.dictionaries(NAMES, st.text(max_size=60), max_size=6),
    cut=st.integers(min_value=1, max_value=50),
)
def test_each_field_is_counted_in_bytes_wherever_the_line_is_cut(
    fields: dict[str, str], cut: int
) -> None:
    sent = urlencode(fields).encode()
    chunks = (sent[at : at + cut] for at in range(0, len(sent), cut))
    assert counted(chunks) == {name: len(words.encode()) for name, words in fields.items()}


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_whatever_comes_is_counted(chunks: list[bytes]) -> None:
    assert sum(counted(iter(chunks)).values()) <= sum(map(len, chunks))
