import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts import Unreadable, read_docx
from comity.texts.docx import zipped
from tests.texts import tracked

GOOD = tracked.document(*tracked.BODIES["replace"])
MAIN = "word/document.xml"


def changed(name: str, text: str) -> bytes:
    parts = tracked.parts_of("".join(tracked.BODIES["replace"]))
    return tracked.packed({**parts, name: text})


def why(raw: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_docx(raw)
    return str(refused.value)


def test_an_encrypted_file_is_named_so() -> None:
    assert why(zipped.OLE + bytes(600)).startswith("it is encrypted")


def test_a_file_without_its_text_is_named_so() -> None:
    assert (
        why(changed(MAIN, "<w:document xmlns:w='x'/>"))
        == f"{MAIN}: it has no 'w:body' and so no text"
    )


def test_an_entity_is_refused_before_it_can_grow() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    assert why(changed(MAIN, bomb)).endswith("a document type is declared, which no .docx needs")


def test_an_external_entity_is_refused() -> None:
    out = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w>&a;</w>'
    assert "a document type is declared" in why(changed(MAIN, out))


def test_a_bomb_is_stopped_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "PART", 1 << 20)
    assert why(changed(MAIN, " " * (2 << 20))) == f"{MAIN}: unpacked it has more than 1048576 bytes"


def test_a_part_that_is_there_twice_is_named() -> None:
    raw = io.BytesIO(GOOD)
    with zipfile.ZipFile(raw, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, "<other/>")
    assert why(raw.getvalue()) == f"{MAIN}: it is there twice"


def test_too_deep_a_nest_is_refused() -> None:
    assert "elements stand within each other" in why(changed(MAIN, "<a>" * 999 + "</a>" * 999))


def test_broken_xml_is_named_with_its_place() -> None:
    assert why(changed(MAIN, "<w:document")).startswith(f"{MAIN}: line 1, column")


def test_revisions_without_author_or_date_are_read_and_named() -> None:
    bare = '<w:p><w:ins w:id="1"><w:r><w:t>New.</w:t></w:r></w:ins></w:p>'
    found = read_docx(tracked.document(bare))
    assert [each.text for each in found.accepted()] == ["New.", "The last paragraph stays."]
    assert [each.what for each in found.unread] == ["tracked changes without author, from here on"]


def test_macros_are_named_and_never_run() -> None:
    parts = tracked.parts_of(tracked.p(tracked.r("Words.")))
    related = "word/_rels/document.xml.rels"
    one = '<Relationship Id="v" Type="x/vbaProject" Target="vbaProject.bin"/>'
    parts[related] = parts[related].replace("</Relationships>", f"{one}</Relationships>")
    found = read_docx(tracked.packed({**parts, "word/vbaProject.bin": "?"}))
    assert [each.what for each in found.unread] == ["macros, which are never run"]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_file_or_unreadable(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_docx(raw)


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_a_file_or_unreadable(at: int, junk: bytes) -> None:
    with contextlib.suppress(Unreadable):
        read_docx(GOOD[:at] + junk + GOOD[at + len(junk) :])


XML = tracked.parts_of("".join(tracked.BODIES["nested"]))[MAIN]


@given(
    st.integers(0, len(XML)),
    st.integers(0, 30),
    st.sampled_from(["", "<w:p>", "</w:ins>", "&x;", "\x00", '"']),
)
def test_a_damaged_part_is_read_or_unreadable(at: int, gone: int, come: str) -> None:
    with contextlib.suppress(Unreadable):
        read_docx(changed(MAIN, XML[:at] + come + XML[at + gone :])).proposals()
