"""The page says what the document says."""

from pathlib import Path

from comity.web.views.trust import SECTIONS


def _plain(words: str) -> str:
    return " ".join(words.replace("*", "").replace("`", "").replace("’", "'").split())


def test_the_page_makes_every_claim_of_the_document() -> None:
    document = _plain(Path("docs/trust.md").read_text())
    said = [section.title for section in SECTIONS]
    said += [claim.title for section in SECTIONS for claim in section.claims]
    missing = [str(title) for title in said if _plain(str(title)).rstrip(".") not in document]
    assert missing == []
