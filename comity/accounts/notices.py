"""The letters that an act calls for: to every person of a party who can be reached, in words each of them may see.

Plain text; the subject says what it is about and by when; one link; "Reply to this if the link fails".
"""

from collections.abc import Iterator
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from comity.accounts.models import Account
from comity.accounts.roles import is_simulated
from comity.core.when import Deadline
from comity.desk.desk import Desk
from comity.desk.look import Look
from comity.desk.posting import Letter, Posted
from comity.wording import Reader, address, deadline, minutes_text, names_for

DUE = ("deadline", "answer_by")
"""The fields in which a thing says by when something is owed."""


class PostRoom:
    """Sends letters, and says what became of each."""

    def __init__(self, desk: Desk, *, site: str) -> None:
        self._desk = desk
        self._site = site

    @property
    def sends(self) -> bool:
        """False where nobody was named who takes letters (COMITY_MAIL), so that they are printed."""
        return bool(settings.COMITY_SENDS_MAIL)

    def reached(self, party: str) -> Iterator[str]:
        """Yield everyone who stands for a party now and whose address is known."""
        known = Account.objects.filter(is_active=True).exclude(mail="").values_list("person")
        for (person,) in list(known):
            if party in self._desk.viewer(person).parties:
                yield person

    def send(self, letter: Letter) -> Posted:
        """Send a letter to the one person it is for."""
        account = Account.objects.filter(pk=letter.person, is_active=True).exclude(mail="").first()
        viewer = self._desk.viewer(letter.person)
        if account is None or letter.party not in viewer.parties:
            return Posted("void", fault="stands for the party no more, or has no address")
        written = self._desk.read(viewer, words_of, letter=letter, site=self._site)
        if written is None:
            return Posted("void", fault="may see nothing of it")
        subject, words = written
        name = message_id(letter, site=self._site)
        message = EmailMessage(
            subject,
            words,
            settings.DEFAULT_FROM_EMAIL,
            [account.mail],
            headers={"Message-ID": name},
        )
        try:
            message.send()
        except (SMTPRecipientsRefused, SMTPDataError) as error:
            return Posted("refused", fault=type(error).__name__)
        except (SMTPException, OSError) as error:
            return Posted("closed", fault=type(error).__name__)
        return Posted("sent", proof=name) if self.sends else Posted("printed")


def message_id(letter: Letter, *, site: str) -> str:
    """Name a letter so that a second sending is known as the same, and nobody can tell from the name whom it is to."""
    told = f"{letter.act} {letter.party} {letter.person}"
    digest = salted_hmac("comity.accounts.letter", told, algorithm="sha256").hexdigest()
    return f"<{digest[:40]}@{urlsplit(site).hostname}>"


def words_of(look: Look, *, letter: Letter, site: str) -> tuple[str, str] | None:
    """Write subject and words of a letter, as its reader may see the act; None where they may see nothing of it."""
    deed = look.deed(letter.act)
    thing = look.things([letter.thing]).get(letter.thing)
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
    link = f"{site}{address(letter.thing) or f'/record/{letter.act}'}"
    closing = _("Reply to this if the link fails.")
    return subject.replace("\n", " "), f"{said}\n\n{link}\n\n{closing}\n"


def post_room(desk: Desk, *, site: str) -> PostRoom | None:
    """Return who sends the letters; nobody in a demonstration, whose parties are fictional."""
    return None if is_simulated() else PostRoom(desk, site=site)
