"""The letter that tells somebody of an act: plain text, the subject says what is owed and by when, one link.

Subject: Answer by 27 November 2026, 18:00 New York: Papers for the fourth session

Papers are wanted in all six languages.

Harbour sent a circular to all who sit in the conference: “Papers for the fourth session”. …

https://programme.example/circular/papers-wanted

Reply to this if the link fails.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comity.acts.register import load
from comity.core.when import Deadline
from comity.desk.look import Look
from comity.desk.seen import Deed, Seen
from comity.wording.minutes import minutes_text
from comity.wording.phrases import named
from comity.wording.things import Names, address, names_for
from comity.wording.times import ANYBODY, Reader, deadline

DUE = ("deadline", "acknowledge_by", "answer_by")
"""The fields in which a thing says by when something is owed."""

OWED: Mapping[str, Any] = {
    "circular": gettext_lazy("Answer by %(when)s: %(about)s"),
    "check": gettext_lazy("Say that you heard by %(when)s: %(about)s"),
    "invitation": gettext_lazy("Say whether you come by %(when)s: %(about)s"),
    "request": gettext_lazy("Acknowledge by %(when)s: %(about)s"),
    "round-check": gettext_lazy("Say that you heard by %(when)s: %(about)s"),
    "round": gettext_lazy("Say where you stand by %(when)s: %(about)s"),
    "silence": gettext_lazy("Object by %(when)s, or let it stand: %(about)s"),
}
"""What is owed, by the kind of thing that a letter is about."""
TOLD: Mapping[str, Any] = {
    "mobilize.publish-progress": gettext_lazy("Your party’s report is published: %(about)s"),
    "mobilize.keep-progress": gettext_lazy("Your party’s report is kept: %(about)s"),
}
"""What a letter tells, where nothing is owed and the sentence of the act would say too much for a subject."""
ANYTHING = gettext_lazy("Asked of you by %(when)s: %(about)s")


@dataclass(frozen=True)
class Written:
    """A letter as it is written to one reader."""

    subject: str
    words: str
    own: str = ""
    """The sender's own words, or the sentence of the act where there are none."""
    due: Deadline | None = None
    """By when something is asked of its reader."""
    is_for_persons: bool = False
    """True where it is told to few: it says no word of what it is about, and goes at once."""


def letter(look: Look, *, act: int, thing: str, site: str) -> Written | None:
    """Write the letter of an act as this viewer may see it; None where they may see nothing of it, or it was struck."""
    deed = look.deed(act)
    about = look.things([thing]).get(thing)
    if deed is None or about is None or deed.struck_by is not None:
        return None
    if load()[deed.kind].READERS:
        return untold(site)
    names = names_for(look, [deed, about])
    reader = Reader(zone=look.viewer.zone)
    return compose(deed, about, names=names, reader=reader, link=link_to(about.thing, act, site))


def untold(site: str) -> Written:
    """Write to somebody whom an act names that something waits on their desk: no word of it, and nothing to reply to.

    An answer to a letter would come to the secretariat, from which this is kept.
    """
    subject = _("Something waits for you on your desk")
    words = _("Something waits for you on your desk. Only there can it be read.")
    return Written(
        subject=subject, words=f"{words}\n\n{site}/desk\n", own=words, is_for_persons=True
    )


def compose(
    deed: Deed, about: Seen[Any], *, names: Names, reader: Reader = ANYBODY, link: str
) -> Written:
    """Write the letter of an act, about a thing, as far as both may be seen."""
    said = minutes_text(deed, names=names, reader=reader)
    due = due_of(about) if asks(about, deed) else None
    own = about.value("words", "") if about.type == "circular" else ""
    words = str(own).strip()
    closing = _("Reply to this if the link fails.")
    return Written(
        subject=_told(deed, about, names=names)
        or _subject(about, due, said=said, names=names, reader=reader),
        words="\n\n".join(filter(None, [words, said, link, closing])) + "\n",
        own=words or said,
        due=due,
    )


def link_to(thing: str, act: int, site: str) -> str:
    """Return the one address that a letter names: the page of what it is about, else the act's."""
    return f"{site}{address(thing) or f'/record/{act}'}"


def asks(about: Seen[Any], deed: Deed) -> bool:
    """Tell whether an act asks what its thing does: who is told that a meeting moved was asked before.

    Nobody is asked any more to what was cancelled while the letter lay in the tray.
    """
    if about.type != "invitation":
        return True
    return about.thing in deed.makes and not about.value("lapsed")


def due_of(thing: Seen[Any]) -> Deadline | None:
    """Return by when a thing asks something, as far as its viewer may see that."""
    if thing.type == "request" and (thing.value("acknowledged") or thing.value("escalated")):
        # Who asked is told what became of it; who did not hear in time is asked, and by no hour any more.
        return None
    found = (thing.value(name) for name in DUE if name in thing.cells)
    return next((each for each in found if isinstance(each, Deadline)), None)


def _told(deed: Deed, about: Seen[Any], *, names: Names) -> str:
    words = str(TOLD.get(deed.verb, "")) % {"about": named(about, names=names)}
    return words.replace("\n", " ")


def _subject(
    about: Seen[Any], due: Deadline | None, *, said: str, names: Names, reader: Reader
) -> str:
    title = str(about.value("title", "")) if "title" in about.cells else ""
    if due is None:
        return (title or said).replace("\n", " ")
    when = deadline(due, reader=reader)
    # The text that a silence lies on, without quotation marks: a subject is a title itself.
    text = names.get(f"text/{about.value('text', '')}") if "text" in about.cells else None
    what = title or str(text.value("title", "") if text else "") or named(about, names=names)
    return (str(OWED.get(about.type, ANYTHING)) % {"when": when, "about": what}).replace("\n", " ")
