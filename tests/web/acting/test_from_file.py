"""A text is read from a file into the field where it would be pasted, and nothing that was typed is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.texts import Edited, Paragraph, Proposal, Version, write_docx
from comity.texts.json_in import Asked
from comity.web.acting.from_file import read

TYPED = {"title": "On ships", "pasted": " "}
WORD = Version((Paragraph("p1", "1. Affirms it."), Paragraph("p2", "2. Asks all.")))
EDIT = Proposal("one", "Ida", edited=(Edited("p1", "1. Denies it."),), at="2026-03-02T09:00:00Z")


def brought(name: str, raw: bytes, typed: dict[str, str] = TYPED) -> tuple[str, list[str]]:
    found, said = read(SimpleUploadedFile(name, raw), typed)
    assert found["title"] == "On ships"
    return found["pasted"], [each.says for each in said]


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.docx", write_docx(Asked(WORD, ())), "1. Affirms it.\n\n2. Asks all."),
        ("A.TXT", b"1. Affirms\r\nit.\r\n\r\n2. Asks all.\r\n", "1. Affirms it.\n\n2. Asks all."),
        ("a.txt", b"One.\nTwo.", "One.\n\nTwo."),
        ("a.md", "# On ships\n1. Über\n".encode(), "# On ships\n\n1. Über"),
    ],
)
def test_its_words_stand_in_the_field(name: str, raw: bytes, words: str) -> None:
    assert brought(name, raw) == (words, [])


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.docx", b"PK no", "This file cannot be read: a.docx: "),
        ("a.txt", b"\xff\xfe", "This file cannot be read: a.txt: byte 0: it is not UTF-8."),
        (
            "a.pdf",
            b"%PDF",
            "This file cannot be read: a.pdf: it is neither .docx nor .md nor .txt.",
        ),
        ("a", b"One.", "This file cannot be read: a: it is neither .docx nor .md nor .txt."),
        ("a.txt", b" \n ", "There are no words in a.txt."),
        (
            "a.docx",
            write_docx(Asked(WORD, (EDIT,))),
            "a.docx holds 2 changes that are tracked. Accept or reject them first.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_and_changes_nothing(name: str, raw: bytes, said: str) -> None:
    words, [told] = brought(name, raw)
    assert words == " "
    assert told.startswith(said)


def test_words_that_stand_in_the_field_are_not_written_over() -> None:
    typed = {"title": "On ships", "pasted": "Mine."}
    words, said = brought("a.txt", b"Theirs.", typed)
    assert (words, said) == (
        "Mine.",
        ["Words stand in the field already. Empty it first, and choose a.txt again."],
    )
