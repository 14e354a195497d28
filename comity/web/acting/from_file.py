"""A text that is read from a file into the field where it would be pasted: there it is looked over, and sent or not.

annex.docx      its paragraphs; changes that are tracked in it are to be settled first
annex.md        its blocks, as Markdown parts them
annex.txt       its paragraphs, as empty lines part them
"""

from collections.abc import Callable, Mapping, Sequence

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comity.desk.desk import LONGEST
from comity.texts import Paragraph, Unreadable, read_docx
from comity.texts.plain import read_markdown, read_plain
from comity.web.acting import pasted
from comity.web.acting.field import Said

FILE = f"{pasted.FIELD}-file"


def brought(request: HttpRequest, kind: str) -> UploadedFile | None:
    """Return the file that a text is to be read from; None where none was chosen, or the form takes none."""
    found = request.FILES.get(FILE) if pasted.is_pasted(kind) else None
    return found if isinstance(found, UploadedFile) else None


def read(file: UploadedFile, typed: Mapping[str, str]) -> tuple[dict[str, str], list[Said]]:
    """Return what was typed with the words of the file in their field, and what is to be said of it."""
    name = file.name or _("The file")
    if typed.get(pasted.FIELD, "").strip():
        told = _("Words stand in the field already. Empty it first, and choose %(name)s again.")
        return dict(typed), [Said(pasted.FIELD, told % {"name": name})]
    if (file.size or 0) > LONGEST:
        told = _("The file has %(found)s MB; at most %(most)s MB are read.")
        most = {"found": (file.size or 0) // 1_000_000, "most": LONGEST // 1_000_000}
        return dict(typed), [Said(pasted.FIELD, told % most)]
    try:
        found, said = _paragraphs(name, file.read())
    except Unreadable as error:
        told = _("This file cannot be read: %(why)s.") % {"why": error.within(name)}
        return dict(typed), [Said(pasted.FIELD, told)]
    words = "\n\n".join(" ".join(each.text.split()) for each in found if each.text.strip())
    if not words:
        return dict(typed), said or [_empty(name)]
    return {**typed, pasted.FIELD: words}, said


def _empty(name: str) -> Said:
    return Said(pasted.FIELD, _("There are no words in %(name)s.") % {"name": name})


def _paragraphs(name: str, raw: bytes) -> tuple[Sequence[Paragraph], list[Said]]:
    ending = name.rpartition(".")[2].lower()
    if ending == "docx":
        return _of_word(name, raw)
    if ending not in _PLAIN:
        raise Unreadable(_("it is neither .docx nor .md nor .txt"))
    return _PLAIN[ending](raw), []


_PLAIN: Mapping[str, Callable[[bytes], Sequence[Paragraph]]] = {
    "md": read_markdown,
    "txt": read_plain,
}


def _of_word(name: str, raw: bytes) -> tuple[Sequence[Paragraph], list[Said]]:
    """Read a Word file; one with changes in it says nothing yet of what is to be tabled."""
    document = read_docx(raw)
    tracked = sum(1 for _each in document.revisions())
    if tracked:
        told = ngettext(
            "%(name)s holds a change that is tracked. Accept or reject it first.",
            "%(name)s holds %(count)s changes that are tracked. Accept or reject them first.",
            tracked,
        )
        return (), [Said(pasted.FIELD, told % {"name": name, "count": tracked})]
    said = [
        Said(
            pasted.FIELD,
            _("Not read of %(name)s: %(what)s (%(part)s, %(place)s).")
            % {"name": name, "what": each.what, "part": each.part, "place": each.place},
        )
        for each in document.unread
    ]
    return document.base.paragraphs, said
