"""The page of a folder without a programme: five questions, and then the programme itself.

    http://localhost:8000/begin/K7…      printed on the terminal; whoever reads it there may begin, nobody else

It is served before there is a record, an account or a session, so it knows no house and no middleware: one address
with a secret in it, on this machine alone, asked for by the name of this machine.
"""

import hmac
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs
from wsgiref.types import StartResponse, WSGIEnvironment

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comity.accounts.contact import keep_first
from comity.accounts.letters import link_for
from comity.accounts.postal import Unsent, send_trial, server
from comity.core.errors import Broken, Malformed
from comity.core.party import Attribution, BodyForm
from comity.desk.beginning import Answers, Unanswered, begin, read
from comity.desk.desk import wall_clock
from comity.web.acting.field import Field, Option, Said, in_summary
from comity.wording import name_of
from comity.wording.trial import trial_letter
from comity.wording.unread import unread

STYLE = "/static/comity/comity.css"
MOST = 100_000
"""The longest body that is read: five answers are never longer."""
NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
)
PARTS = (
    (gettext_lazy("The programme"), ("name", "objective", "host_name")),
    (gettext_lazy("Its address"), ("address",)),
    (gettext_lazy("Its letters"), ("mail_from", "mail")),
    (gettext_lazy("The first officer of the secretariat"), ("officer", "officer_mail")),
    (gettext_lazy("The first body"), ("body", "body_form", "attribution", "zone")),
)
LABELS: Mapping[str, tuple[Any, Any]] = {
    "name": (gettext_lazy("What is the programme called?"), ""),
    "objective": (gettext_lazy("What is it for, in a sentence?"), ""),
    "host_name": (gettext_lazy("Which organization hosts it?"), gettext_lazy("Its official name.")),
    "address": (
        gettext_lazy("At which address will people reach it?"),
        gettext_lazy(
            "It also names the record, for ever. To try it on this machine leave it as it is."
        ),
    ),
    "mail_from": (
        gettext_lazy("Who are its letters from?"),
        gettext_lazy("Such as secretariat@programme.example. Where it is empty no letter is sent."),
    ),
    "mail": (
        gettext_lazy("Which server takes its letters?"),
        gettext_lazy(
            "smtp+tls://user:password@mail.example:587. A trial letter goes to the officer before anything is made."
        ),
    ),
    "officer": (gettext_lazy("What is the officer's name?"), ""),
    "officer_mail": (gettext_lazy("Where do letters reach the officer?"), ""),
    "body": (gettext_lazy("What is the first body called?"), ""),
    "body_form": (gettext_lazy("What kind of body is it?"), ""),
    "attribution": (gettext_lazy("What may be told of who was there and who said what?"), ""),
    "zone": (
        gettext_lazy("In which time zone does it meet?"),
        gettext_lazy("Such as Europe/Brussels."),
    ),
}
CHOICES: Mapping[str, type[BodyForm] | type[Attribution]] = {
    "body_form": BodyForm,
    "attribution": Attribution,
}
BEGUN = {
    "body_form": BodyForm.CONFERENCE.value,
    "attribution": Attribution.CHATHAM_HOUSE.value,
    "zone": "UTC",
}


class FirstPage:
    """A WSGI application that begins one programme; `done` is called once it stands."""

    def __init__(
        self,
        folder: Path,
        *,
        address: str,
        make_tables: Callable[[], None],
        done: Callable[[], None],
    ) -> None:
        self._folder = folder
        self._address = address
        self._make_tables = make_tables
        self._done = done
        self._secret = secrets.token_urlsafe(24)

    @property
    def link(self) -> str:
        """Where to begin."""
        return f"{self._address}/begin/{self._secret}"

    def __call__(self, asked: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        status, kind, body = self._answer(asked)
        start(
            status,
            [("Content-Type", kind), ("Content-Length", str(len(body))), *HEADERS],
        )
        return [] if asked["REQUEST_METHOD"] == "HEAD" else [body]

    def _answer(self, asked: WSGIEnvironment) -> tuple[str, str, bytes]:
        if asked.get("HTTP_HOST", "").rpartition(":")[0] not in NAMES:
            return _page("400 Bad Request", "first_page_elsewhere.html", {})
        path = str(asked.get("PATH_INFO", ""))
        if path == STYLE:
            sheet = settings.ROOM / "web" / "static" / "comity" / "comity.css"
            return "200 OK", "text/css; charset=utf-8", sheet.read_bytes()
        if not hmac.compare_digest(path.encode(), f"/begin/{self._secret}".encode()):
            return _page("404 Not Found", "first_page_elsewhere.html", {})
        if asked["REQUEST_METHOD"] == "POST":
            return self._begin(_typed(asked))
        return self._form({**BEGUN, "address": self._address}, [])

    def _form(self, typed: Mapping[str, str], faults: list[Said]) -> tuple[str, str, bytes]:
        parts = [
            (title, [_field(name, typed.get(name, ""), faults) for name in names])
            for title, names in PARTS
        ]
        summary = in_summary(faults, [field for _, fields in parts for field in fields])
        told = {"parts": parts, "summary": summary, "style": STYLE, "data": str(self._folder)}
        return _page("422 Unprocessable Content" if faults else "200 OK", "first_page.html", told)

    def _begin(self, typed: Mapping[str, str]) -> tuple[str, str, bytes]:
        try:
            answers = read(typed, server=server)
            _try_letter(answers)
            person = begin(
                self._folder, answers, is_elsewhere=bool(os.environ.get("COMITY_DATABASE"))
            )
        except Unanswered as error:
            return self._form(typed, [_said(fault) for fault in error.faults])
        except Unsent as error:
            words = _("The trial letter was not sent, and nothing was made: %(why)s")
            return self._form(typed, [Said("mail", words % {"why": error})])
        except Broken as error:
            return self._form(typed, [Said("", str(error))])
        self._make_tables()
        account = keep_first(person, mail=answers.officer_mail, zone=answers.zone)
        link = link_for(account, address=self._address, now=wall_clock())
        self._done()
        told = {"answers": answers, "link": link, "style": STYLE, "data": str(self._folder)}
        return _page("201 Created", "first_page_done.html", told)


def _page(status: str, template: str, told: Mapping[str, Any]) -> tuple[str, str, bytes]:
    words = render_to_string(template, {"style": STYLE, **told})
    return status, "text/html; charset=utf-8", words.encode()


def _typed(asked: WSGIEnvironment) -> dict[str, str]:
    """Read what was typed; of a body that is too long, nothing."""
    length = int(asked.get("CONTENT_LENGTH") or 0)
    if length > MOST:
        return {}
    body = asked["wsgi.input"].read(length).decode("utf-8", "replace")
    return {name: values[-1] for name, values in parse_qs(body, keep_blank_values=True).items()}


def _field(name: str, value: str, faults: list[Said]) -> Field:
    label, hint = LABELS[name]
    form, options = "line", []
    if name in CHOICES:
        form = "choice"
        options = [Option(each.value, name_of(each), each.value == value) for each in CHOICES[name]]
    return Field(
        name=name,
        form="words" if name == "objective" else form,
        label=str(label),
        hint=str(hint),
        value=value,
        rows=2,
        is_required=name not in ("mail", "mail_from"),
        options=options,
        refusals=[fault for fault in faults if fault.field == name],
    )


def _said(fault: Malformed) -> Said:
    return Said(fault.what, unread(fault))


def _try_letter(answers: Answers) -> None:
    """Send a letter to the officer before anything is made, where a server was named."""
    if not answers.mail:
        return
    subject, words = trial_letter(answers.name)
    send_trial(
        answers.mail,
        sender=answers.mail_from,
        to=answers.officer_mail,
        subject=subject,
        words=words,
    )
