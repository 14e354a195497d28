"""The letters that an act calls for: to every person of a party who can be reached, in words each of them may see.

What is written is written by `comity.wording.letter`; here it leaves.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac

from comity.accounts.choices import Notices
from comity.accounts.inviting import with_file
from comity.accounts.models import Account
from comity.accounts.roles import is_simulated
from comity.core.invitation import Invitation
from comity.desk.desk import Desk
from comity.desk.posting import Letter, Posted
from comity.desk.viewer import Viewer
from comity.projections.letters import TO_A_PERSON

FAULTS = (SMTPException, OSError)
"""What sending raises where a letter could not be sent."""
ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
"""An enhanced status code (RFC 3463) at the beginning of what a server says."""


class PostRoom:
    """Sends letters, and says what became of each."""

    def __init__(self, desk: Desk, *, site: str) -> None:
        self._desk = desk
        self._site = site

    @property
    def sends(self) -> bool:
        """False where nobody was named who takes letters (COMITY_MAIL), so that they are printed."""
        return bool(settings.COMITY_SENDS_MAIL)

    def reached(self, party: str) -> Iterable[str]:
        """Return everyone who stands for a party now and whose address is known."""
        return reachable(self._desk, [party])[party]

    def reaches(self, person: str) -> bool:
        """Tell whether a person can be written to."""
        return Account.objects.filter(pk=person, is_active=True).exclude(mail="").exists()

    def _reader(self, letter: Letter) -> Viewer:
        """Return who reads a letter: whoever stands for the party, or whom an invitation names."""
        viewer = self._desk.viewer(letter.person)
        kind, _, key = letter.thing.partition("/")
        if letter.party in viewer.parties or kind != Invitation.TYPE:
            return viewer
        return self._desk.guest(letter.person, invitation=key) or viewer

    def send(self, letter: Letter) -> Posted:
        """Send a letter to the one person it is for."""
        account = Account.objects.filter(pk=letter.person, is_active=True).exclude(mail="").first()
        viewer = self._reader(letter)
        if account is not None and account.zone:
            viewer = replace(viewer, zone=account.zone)
        is_theirs = letter.party in (*viewer.parties, TO_A_PERSON + letter.person)
        if account is None or not is_theirs:
            return Posted("void", fault="stands for the party no more, or has no address")
        found = self._desk.read(viewer, with_file, letter=letter, site=self._site, to=account.mail)
        if found is None:
            return Posted("void", fault="may see nothing of it, or it was struck")
        written, file = found
        is_pressing = written.due is not None or written.is_for_persons
        if account.notices == Notices.DAILY and not is_pressing:
            return Posted("digest")
        name = message_id(letter, site=self._site)
        message = EmailMessage(
            written.subject,
            written.words,
            settings.DEFAULT_FROM_EMAIL,
            [account.mail],
            headers={"Message-ID": name},
        )
        if file is not None:
            message.attach(file)
        try:
            message.send()
        except (SMTPRecipientsRefused, SMTPDataError) as error:
            code = code_of(error)
            return Posted("returned" if code.startswith("5") else "refused", fault=code)
        except FAULTS as error:
            return Posted("closed", fault=type(error).__name__)
        return Posted("sent", proof=name) if self.sends else Posted("printed")


def message_id(letter: Letter, *, site: str) -> str:
    """Name a letter so that a second sending is known as the same, and nobody can tell from the name whom it is to."""
    told = f"{letter.act} {letter.party} {letter.person}"
    digest = salted_hmac("comity.accounts.letter", told, algorithm="sha256").hexdigest()
    return named_by(digest, site=site)


def named_by(digest: str, *, site: str) -> str:
    """Write a letter's name, as mail has it."""
    return f"<{digest[:40]}@{urlsplit(site).hostname}>"


def reachable(desk: Desk, parties: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return, for each of some parties, who stands for it now and can be written to."""
    standing = desk.standing_for(parties)
    persons = {person for each in standing.values() for person in each}
    known = set(
        Account.objects.filter(pk__in=persons, is_active=True)
        .exclude(mail="")
        .values_list("pk", flat=True)
    )
    return {party: [each for each in standing.get(party, ()) if each in known] for party in parties}


def code_of(error: SMTPRecipientsRefused | SMTPDataError) -> str:
    """Return what a server answered as its codes alone, `550 5.1.1`: its words may name whom the letter was for."""
    match error:
        case SMTPRecipientsRefused():
            code, words = next(iter(error.recipients.values()))
        case _:
            told = error.smtp_error
            code, words = error.smtp_code, told if isinstance(told, bytes) else told.encode()
    said = words.decode("ascii", "replace")
    enhanced = ENHANCED.match(said)
    return f"{code} {enhanced[0]}" if enhanced else str(code)


def post_room(desk: Desk, *, site: str) -> PostRoom | None:
    """Return who sends the letters; nobody in a demonstration, whose parties are fictional."""
    return None if is_simulated() else PostRoom(desk, site=site)
