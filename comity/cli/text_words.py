"""How a comparison and a reading look in a terminal.

  3  The Parties [-shall-] {+should+} report.       changed words in brackets
> 4  …                                                   moved
+ 5  …                                                   inserted
-    …                                                   deleted
"""

import re
from collections.abc import Iterator

from comity.texts.compare import Became, Comparison, Line
from comity.texts.docx.document import Document
from comity.texts.tokens import atoms

SIGNS = {
    Became.SAME: " ",
    Became.CHANGED: " ",
    Became.MOVED: ">",
    Became.INSERTED: "+",
    Became.DELETED: "-",
}


def printable(text: str) -> str:
    """Show control characters as their codes: a text must not steer the terminal it is shown on."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", lambda found: f"\\x{ord(found[0]):02x}", text)


def comparison_words(found: Comparison) -> str:
    """Write a comparison, leaving out paragraphs that stayed as they were."""
    shown = [_line(found, line) for line in found.lines if line.became is not Became.SAME]
    return "\n".join(shown) if shown else "The same words in the same order."


def _line(found: Comparison, line: Line) -> str:
    number = "" if line.new is None else str(line.new + 1)
    if line.old is None and line.new is not None:
        words = found.new[line.new]
    elif line.old is not None:
        words = "".join(_marked(found.old[line.old], line))
    return f"{SIGNS[line.became]}{number:>5}  {printable(words)}"


def _marked(text: str, line: Line) -> Iterator[str]:
    taken, at = atoms(text), 0
    for change in line.operations:
        yield taken.between(at, change.start)
        if not change.is_insertion:
            yield f"[-{taken.between(change.start, change.end)}-]"
        if change.text:
            yield f"{{+{change.text}+}}"
        at = change.end
    yield taken.between(at, len(taken.pieces))


def reading_words(document: Document) -> str:
    """Write what a document has: paragraphs as they were, who proposes what, comments, what was not read."""
    lines = [f"{each.id:>5}  {printable(each.text)}" for each in document.rejected()]
    for proposal in document.proposals():
        lines += ["", f"{printable(proposal.by) or 'No author'}, {proposal.id}:"]
        lines += [f"  {one.id} reads  {printable(one.text)}" for one in proposal.edited]
        lines += [
            f"  after {one.after or 'nothing'}  {printable(one.text)}" for one in proposal.inserted
        ]
        lines += [f"  {name} goes" for name in proposal.deleted]
    for comment in document.comments:
        lines += ["", f"{printable(comment.by)} on {comment.paragraph}: {printable(comment.text)}"]
    for each in document.unread:
        lines += ["", f"Not read: {each.part}, {each.place}: {printable(each.what)}"]
    return "\n".join(lines)
