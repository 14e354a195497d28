"""What strangers may send to `comity text …`: one error with file, part and place, or an entry of what was not read."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.command import Said, comity
from tests.texts import tracked
from tests.texts.tracked import A, B, gone, ins, p, r, x

MAIN = "word/document.xml"
RELATED = "word/_rels/document.xml.rels"
LAST = "The last paragraph stays."
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BODY = p(r("States shall report."))


def kept(folder: Path, raw: bytes) -> Path:
    place = folder / "given.docx"
    place.write_bytes(raw)
    return place


def with_part(name: str, text: str) -> bytes:
    return tracked.packed({**tracked.parts_of(BODY), name: text})


def without_part(name: str) -> bytes:
    parts = tracked.parts_of(BODY)
    del parts[name]
    return tracked.packed(parts)


def with_flag(raw: bytes) -> bytes:
    """Say of every part that it is encrypted, as a ZIP with a password does."""
    found = bytearray(raw)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(sign)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(sign, at + 1)
    return bytes(found)


def bomb() -> bytes:
    """Hold 300 MB in 300 kB."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tracked.parts_of(BODY).items():
            if name != MAIN:
                archive.writestr(name, text)
        with archive.open(MAIN, "w") as part:
            for _ in range(300):
                part.write(b" " * (1 << 20))
    return raw.getvalue()


def crowd() -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}.xml", "")
    return raw.getvalue()


def twice() -> bytes:
    raw = BytesIO(tracked.document(BODY))
    with zipfile.ZipFile(raw, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, "<other/>")
    return raw.getvalue()


ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w>&a;</w>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;&b;</w>'
DECLARED = "a document type is declared, which no .docx needs"
UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"States shall report.", "it is damaged, or no .docx"),
    "empty": (lambda: b"", "it is damaged, or no .docx"),
    "cut off": (lambda: tracked.document(BODY)[:-40], "it is damaged, or no .docx"),
    "encrypted by Word": (lambda: OLE + bytes(4096), "it is encrypted"),
    "encrypted as an archive": (lambda: with_flag(tracked.document(BODY)), "it is encrypted"),
    "without its text": (lambda: without_part(MAIN), f"{MAIN}: it is missing"),
    "a part twice": (twice, f"{MAIN}: it is there twice"),
    "not XML": (lambda: with_part(MAIN, "<w:document>&"), f"{MAIN}: line 1, column"),
    "no body": (
        lambda: with_part(MAIN, "<w:document xmlns:w='x'/>"),
        f"{MAIN}: it has no 'w:body'",
    ),
    "a bomb": (bomb, f"{MAIN}: unpacked it has more than 100663296 bytes"),
    "a crowd": (crowd, "it has 10001 parts; at most 10000 are read"),
    "an external entity": (lambda: with_part(MAIN, ENTITY), DECLARED),
    "multiplying entities": (lambda: with_part(MAIN, LAUGHS), DECLARED),
    "an entity among the notes": (lambda: with_part("word/footnotes.xml", ENTITY), DECLARED),
    "too deep": (
        lambda: with_part(MAIN, "<a>" * 5000 + "</a>" * 5000),
        f"{MAIN}: line 1, column 769: more than 256 elements stand within each other",
    ),
}


def refused(said: Said, place: Path) -> str:
    """Return the one sentence, without the file's name."""
    assert (said.code, said.out) == (2, "")
    (line,) = said.err.splitlines()
    begun = f"comity: {place}: "
    assert line.startswith(begun)
    return line.removeprefix(begun)


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_sentence_with_file_part_and_place(
    name: str, tmp_path: Path
) -> None:
    make, why = UNREADABLE[name]
    place = kept(tmp_path, make())
    assert why in refused(comity("text", "read", place), place)
    assert why in refused(comity("text", "compare", place, place), place)
    told = comity("text", "read", place, "--accept", "--json")
    assert (told.code, told.json["ok"], told.json["file"]) == (2, False, str(place))


def test_an_enormous_file_is_not_opened(tmp_path: Path) -> None:
    place = tmp_path / "enormous.docx"
    with place.open("wb") as hole:
        hole.truncate((256 << 20) + 1)
    why = "it has 268435457 bytes; at most 268435456 are read"
    assert refused(comity("text", "read", place), place) == why


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    for place in (tmp_path / "none.docx", tmp_path):
        assert refused(comity("text", "read", place), place).startswith("it cannot be opened (")


# What is read, with an entry of what was not.


def read(folder: Path, *blocks: str, **parts: str) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return what is said of a file, the texts accepted and rejected, without the paragraph that stays."""
    made = {**tracked.parts_of("".join(blocks)), **parts}
    place = kept(folder, tracked.packed(made))
    whole = comity("text", "read", place, "--json")
    assert (whole.code, whole.err) == (0, "")
    texts = []
    for flag in ("--accept", "--reject"):
        lines = comity("text", "read", place, flag, "--json").json["paragraphs"]
        assert lines.pop() == LAST
        texts.append(lines)
    return whole.json, *texts


def unread(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(each["part"], each["place"], each["what"]) for each in found["unread"]]


def test_macros_are_named_and_never_run(tmp_path: Path) -> None:
    one = '<Relationship Id="v" Type="x/vbaProject" Target="vbaProject.bin"/></Relationships>'
    related = tracked.parts_of(BODY)[RELATED].replace("</Relationships>", one)
    found, accepted, _ = read(tmp_path, BODY, **{RELATED: related, "word/vbaProject.bin": "?"})
    assert accepted == ["States shall report."]
    assert unread(found) == [
        ("word/vbaProject.bin", "the whole part", "macros, which are never run")
    ]


def test_a_deletion_within_an_insertion_belongs_to_both(tmp_path: Path) -> None:
    inner = ins(r("shall ") + gone(x("always "), B) + r("and ever "))
    found, accepted, rejected = read(tmp_path, p(r("States "), inner, r("report.")))
    assert accepted == ["States shall and ever report."]
    assert rejected == ["States report."]
    assert [each["by"] for each in found["proposals"]] == [A, B]


@pytest.mark.parametrize("levels", [3, 60])
def test_revisions_nested_deeper_than_word_makes_them_are_still_read(
    levels: int, tmp_path: Path
) -> None:
    inner = r("deep ")
    for _ in range(levels):
        inner = ins(inner)
    _, accepted, rejected = read(tmp_path, p(r("Very "), inner, r("words.")))
    assert (accepted, rejected) == (["Very deep words."], ["Very words."])


def test_revisions_without_author_or_date_are_read_and_named(tmp_path: Path) -> None:
    bare = '<w:p><w:ins w:id="1"><w:r><w:t>New. </w:t></w:r></w:ins>'
    dateless = (
        f'<w:del w:id="2" w:author="{A}"><w:r><w:delText>Old.</w:delText></w:r></w:del></w:p>'
    )
    found, accepted, rejected = read(tmp_path, bare + dateless)
    assert (accepted, rejected) == (["New. "], ["Old."])
    assert unread(found) == [
        (MAIN, "paragraph 1", "tracked changes without author, from here on"),
        (MAIN, "paragraph 1", "tracked changes without date, from here on"),
    ]
    assert [(each["by"], each["at"]) for each in found["proposals"]] == [("", ""), (A, "")]


def test_mixed_directions_keep_the_order_in_which_they_were_typed(tmp_path: Path) -> None:
    found, accepted, rejected = read(
        tmp_path,
        p(r("Article "), ins(r("المادة ")), r("12 "), gone(x("ב")), r("\u200f(\u202bأ\u202c).")),
    )
    assert accepted == ["Article المادة 12 \u200f(\u202bأ\u202c)."]
    assert rejected == ["Article 12 ב\u200f(\u202bأ\u202c)."]
    assert unread(found) == []


def test_a_control_character_in_a_file_is_named_with_its_line(tmp_path: Path) -> None:
    place = kept(tmp_path, tracked.document(p(r("a\x07b"))))
    said = refused(comity("text", "read", place), place)
    assert said.startswith(f"{MAIN}: line 2, column ")
    assert "not well-formed XML" in said


def test_a_control_character_in_words_is_carried_and_never_reaches_the_terminal(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("States \x1b[2J shall report.\n")
    new.write_text("States \x1b[2J should report.\n")
    said = comity("text", "compare", old, new)
    assert (said.code, "\x1b" in said.out) == (0, False)
    assert "[-shall-]{+should+}" in said.out


# What is asked of merge, rebase and write.

BASE = [{"id": "p1", "text": "States shall report."}, {"id": "p2", "text": "End."}]
ONE = {"id": "a", "by": "Arvenia", "edited": [{"id": "p1", "text": "States should report."}]}
DRAWN = {"atoms": [2, 3], "text": "should"}
ELSEWHERE = {"id": "p1", "text": "States should notify.", "operations": [DRAWN]}
OTHER = "its operations do not give its text: it was made against another version"
ASKED_WRONGLY: dict[str, tuple[dict[str, Any], str]] = {
    "a paragraph twice": ({"base": [BASE[0], BASE[0]]}, "base: the id 'p1' stands twice"),
    "a proposal twice": ({"proposals": [ONE, ONE]}, "proposals: the id 'a' stands twice"),
    "an unknown paragraph edited": (
        {"proposals": [{"id": "a", "edited": [{"id": "p9", "text": "."}]}]},
        "proposal 'a': the base has no paragraph 'p9'",
    ),
    "an unknown paragraph deleted": (
        {"proposals": [{"id": "a", "deleted": ["p9"]}]},
        "proposal 'a': the base has no paragraph 'p9'",
    ),
    "an unknown place": (
        {"proposals": [{"id": "a", "edited": [{"after": "p9", "text": "."}]}]},
        "proposal 'a': the base has no paragraph 'p9'",
    ),
    "a paragraph edited and deleted": (
        {"proposals": [{**ONE, "deleted": ["p1"]}]},
        "proposal 'a': it changes the paragraph 'p1' twice",
    ),
    "an unknown proposal accepted": ({"accept": ["z"]}, "accept: there is no proposal 'z'"),
    "another version": (
        {"proposals": [{"id": "a", "edited": [ELSEWHERE]}]},
        f"proposal 'a': paragraph 'p1': {OTHER}",
    ),
    "a misspelt key": (
        {"proposals": [{"id": "a", "edit": []}]},
        "proposals[0]: 'edit' is not known here",
    ),
    "another shape": ({"base": {}}, "base: a list is expected, not an object"),
    "no words": (
        {"base": [{"id": "p1", "text": None}]},
        "base[0].text: words are expected, not nothing",
    ),
}


def asked(folder: Path, **what: Any) -> Path:
    place = folder / "asked.json"
    place.write_text(json.dumps({"base": BASE, "proposals": [], **what}))
    return place


@pytest.mark.parametrize("name", ASKED_WRONGLY)
def test_what_is_asked_wrongly_is_one_sentence_with_its_place(name: str, tmp_path: Path) -> None:
    what, why = ASKED_WRONGLY[name]
    place = asked(tmp_path, **what)
    out = tmp_path / "out.docx"
    assert refused(comity("text", "merge", place), place) == why
    assert refused(comity("text", "write", place, out), place) == why
    assert not out.exists()
    if "accept" not in what:
        assert (
            refused(comity("text", "rebase", asked(tmp_path, **what, new_base=BASE)), place) == why
        )


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{", "line 1, column 2: it is not JSON"),
        (b'{"base": "\xff"}', "it is not UTF-8"),
        (b'{"base": [], "base": []}', "the key 'base' stands twice"),
        (b"[" * 100_000, "too deep"),
        (
            b'{"base": [{"id": "p1", "text": "\\ud800"}], "proposals": []}',
            "base[0].text: it has half of a surrogate pair, which is no character",
        ),
        (b'{"base": NaN}', "NaN"),
    ],
)
def test_what_is_no_json_is_one_sentence(raw: bytes, why: str, tmp_path: Path) -> None:
    place = tmp_path / "asked.json"
    place.write_bytes(raw)
    assert why in refused(comity("text", "merge", place), place)


def test_a_sign_that_xml_cannot_carry_is_not_written(tmp_path: Path) -> None:
    place, out = asked(tmp_path, base=[{"id": "p1", "text": "a\x07b"}]), tmp_path / "o.docx"
    why = "paragraph 'p1': the sign U+0007 cannot stand in a .docx"
    assert refused(comity("text", "write", place, out), place) == why
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "out.docx"
    said = comity("text", "write", asked(tmp_path), out)
    assert refused(said, out).startswith("it cannot be written (")


def test_a_paragraph_of_ten_megabytes_is_merged_written_and_read(tmp_path: Path) -> None:
    text = "States shall report annually, and more. " * 250_000
    base = [{"id": "p1", "text": text}]
    proposals = [
        {"id": "a", "by": "A", "edited": [{"id": "p1", "text": "All " + text}]},
        {"id": "b", "by": "B", "edited": [{"id": "p1", "text": text + "End."}]},
    ]
    place, out = asked(tmp_path, base=base, proposals=proposals, accept="all"), tmp_path / "o.docx"
    merged = comity("text", "merge", place)
    assert merged.json["paragraphs"] == [{"id": "p1", "text": f"All {text}End."}]
    assert comity("text", "write", place, out).code == 0
    assert comity("text", "read", out, "--accept").out == f"All {text}End.\n"
    assert out.stat().st_size < 1 << 20
