"""The letters that an act calls for: to every person of a party who can be reached, in words each of them may see.

Plain text; the subject says what it is about and by when; one link; "Reply to this if the link fails".
"""

import logging
from collections.abc import Iterator
from email.utils import make_msgid
from smtplib import SMTPException
from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from comity.accounts.models import Account
from comity.accounts.roles import is_simulated
from comity.core.when import Deadline
from comity.desk.desk import Desk
from comity.desk.look import Look
from comity.desk.viewer import Viewer
from comity.wording import Reader, address, deadline, minutes_text, names_for

log = logging.getLogger("comity.letters")

DUE = ("deadline", "answer_by")
"""The fields in which a thing says by when something is owed."""


class Notice(Protocol):
    """What the clerk has to tell a party."""

    @property
    def act(self) -> int:
        """The act that calls for it."""

    @property
    def party(self) -> str:
        """Whom it is for."""

    @property
    def thing(self) -> str:
        """What it is about."""


class PostRoom:
    """Sends letters, and says what proves that they were sent."""

    def __init__(self, desk: Desk, *, site: str) -> None:
        self._desk = desk
        self._site = site
        self.sent = 0

    def __call__(self, notice: Notice) -> str:
        """Send a notice to all of a party's people who can be reached; return the proofs, empty where there is none."""
        proofs = [
            proof
            for viewer, mail in self._reached(notice.party)
            if (proof := self._send(notice, viewer, mail))
        ]
        self.sent += len(proofs)
        return " ".join(proofs)

    def _reached(self, party: str) -> Iterator[tuple[Viewer, str]]:
        """Yield everyone who stands for a party now and whose address is known."""
        for person, mail in (
            Account.objects.filter(is_active=True).exclude(mail="").values_list("person", "mail")
        ):
            viewer = self._desk.viewer(person)
            if party in viewer.parties:
                yield viewer, mail

    def _send(self, notice: Notice, viewer: Viewer, mail: str) -> str:
        written = self._desk.read(viewer, words_of, notice=notice, site=self._site)
        if written is None:
            return ""
        subject, words = written
        name = make_msgid(domain=urlsplit(self._site).hostname)
        message = EmailMessage(
            subject, words, settings.DEFAULT_FROM_EMAIL, [mail], headers={"Message-ID": name}
        )
        try:
            message.send()
        except (SMTPException, OSError):
            # Never the address: a log is read by more people than the letter was for.
            log.exception("a letter about act %d could not be sent", notice.act)
            return ""
        return name


def words_of(look: Look, *, notice: Notice, site: str) -> tuple[str, str] | None:
    """Write subject and words of a letter, as its reader may see the act; None where they may see nothing of it."""
    deed = look.deed(notice.act)
    thing = look.things([notice.thing]).get(notice.thing)
    if deed is None or thing is None:
        return None
    names = names_for(look, [deed, thing])
    reader = Reader(zone=look.viewer.zone)
    said = minutes_text(deed, names=names, reader=reader)
    due = next(
        (cell.value for name in DUE if (cell := thing.cells.get(name)) and cell.is_value), None
    )
    by_when = deadline(due, reader=reader) if isinstance(due, Deadline) else ""
    subject = _("Asked of you by %(when)s") % {"when": by_when} if by_when else said
    link = f"{site}{address(notice.thing) or f'/record/{notice.act}'}"
    closing = _("Reply to this if the link fails.")
    return subject.replace("\n", " "), f"{said}\n\n{link}\n\n{closing}\n"


def post_room(desk: Desk, *, site: str) -> PostRoom | None:
    """Return who sends the letters; nobody in a demonstration, whose parties are fictional."""
    return None if is_simulated() else PostRoom(desk, site=site)
