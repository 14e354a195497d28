"""The negotiated text as mathematics: paragraphs, proposals, merge, rebase, and Word in and out.

Pure: no clock, no network, no chance and no files; bytes and words in, findings out. ``docs/texts.md`` has the laws.
"""

from comity.texts.compare import compare
from comity.texts.docx.reading import read_docx
from comity.texts.docx.writing import write_docx
from comity.texts.errors import Unreadable
from comity.texts.json_in import read_asked
from comity.texts.merge import merge
from comity.texts.proposal import Edited, Inserted, Proposal
from comity.texts.rebase import rebase
from comity.texts.version import Paragraph, Version

__all__ = [
    "Edited",
    "Inserted",
    "Paragraph",
    "Proposal",
    "Unreadable",
    "Version",
    "compare",
    "merge",
    "read_asked",
    "read_docx",
    "rebase",
    "write_docx",
]
