"""Begin a programme of one's own: five answers, and it stands empty and ready.

    comity init --data DIR                       asks on the terminal
    comity init --data DIR --name … --officer …  asks nothing that was given

1  the programme, what it is for, and who hosts it     4  the first officer of the secretariat
2  its address on the web                              5  the first body
3  who its letters are from, and the mail server; a trial letter goes to the officer

The answers about address and letters are kept in DIR/settings.json; COMITY_ADDRESS, COMITY_MAIL and COMITY_MAIL_FROM
of the environment go before them. Afterwards: comity serve --data DIR.
"""

import argparse
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.house import make_tables, set_up
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, show
from comity.core.errors import Broken, Malformed

if TYPE_CHECKING:
    from comity.desk.beginning import Answers


@dataclass(frozen=True)
class Question:
    """One thing that is asked, and what stands where nothing is typed."""

    name: str
    asks: str
    otherwise: str | None = None

    @property
    def flag(self) -> str:
        """The option that answers it."""
        return f"--{self.name.replace('_', '-')}"


PARTS: tuple[tuple[str, tuple[Question, ...]], ...] = (
    (
        "1 of 5: the programme",
        (
            Question("name", "What is the programme called?"),
            Question("objective", "What is it for, in a sentence?"),
            Question("host_name", "Who hosts it (the organization's official name)?"),
        ),
    ),
    (
        "2 of 5: its address, which also names its record for ever",
        (Question("address", "At which address will people reach it?", "http://localhost:8000"),),
    ),
    (
        "3 of 5: its letters",
        (
            Question(
                "mail_from", "Who are its letters from (name@host; empty: none are sent)?", ""
            ),
            Question("mail", "Which server takes them (smtp+tls://user:password@host:587)?", ""),
        ),
    ),
    (
        "4 of 5: the first officer of the secretariat",
        (
            Question("officer", "What is the officer's name?"),
            Question("officer_mail", "Where do letters reach the officer?"),
        ),
    ),
    (
        "5 of 5: the first body",
        (
            Question("body", "What is the first body called?"),
            Question(
                "body_form",
                "What is it (conference, working-group, breakthrough-group, commission, secretariat)?",
                "conference",
            ),
            Question(
                "attribution",
                "What may be told of who said what (on-the-record, chatham-house, closed)?",
                "chatham-house",
            ),
            Question("zone", "In which time zone does it meet?", "UTC"),
        ),
    ),
)
QUESTIONS = tuple(question for _, questions in PARTS for question in questions)


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder, and every answer that is known already."""
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        metavar="DIR",
        help="a folder that is empty or not there yet",
    )
    for each in QUESTIONS:
        parser.add_argument(each.flag, dest=each.name, metavar="ANSWER", help=each.asks)
    parser.add_argument(
        "--no-trial-letter", action="store_true", help="do not try the mail server first"
    )


def run(args: argparse.Namespace) -> int:
    """Ask, try the mail server, begin, and say how to go on."""
    folder = args.data.absolute()
    set_up(folder, is_loopback=False)
    from comity.desk.beginning import check_empty  # noqa: PLC0415 — after Django is told where everything is

    try:
        check_empty(folder)
        answers = _answers(_asked(vars(args)))
        _try_letter(answers, is_tried=not args.no_trial_letter)
        person, link = _begin(folder, answers)
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    told = {"ok": True, "data": str(args.data), "origin": answers.origin, "person": person}
    plain = (
        f"{answers.name} stands, empty and ready. Serve it:\n\n"
        f"    comity serve --data {args.data}\n\n"
        f"then let {answers.officer} in with this link (it works once, within thirty minutes;\n"
        f"another: comity link --data {args.data} --person {person}):\n\n    {link}\n"
    )
    show({**told, "link": link}, plain=plain, as_json=args.json)
    return FINE


def _asked(given: Mapping[str, str | None]) -> dict[str, str]:
    """Return the answers: those given, and on a terminal those that are typed."""
    found = {each.name: value for each in QUESTIONS if (value := given[each.name]) is not None}
    on_terminal = sys.stdin.isatty()
    if not on_terminal:
        missing = [
            each.flag for each in QUESTIONS if each.name not in found and each.otherwise is None
        ]
        if missing:
            raise Stop(
                f"there is no terminal to ask on, and these are missing: {' '.join(missing)}"
            )
    for title, questions in PARTS:
        open_ones = [each for each in questions if each.name not in found]
        if open_ones and on_terminal:
            print(f"\n{title}", file=sys.stderr)
        for each in open_ones:
            found[each.name] = _typed(each) if on_terminal else str(each.otherwise)
    return found


def _typed(question: Question) -> str:
    """Ask until the answer can be used."""
    from comity.desk.beginning import OPTIONAL, READ  # noqa: PLC0415 — after the house is set up

    shown = f" [{question.otherwise}]" if question.otherwise else ""
    while True:
        print(f"  {question.asks}{shown} ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise Stop("the questions ended before they were answered; nothing was made")
        words = line.strip() or question.otherwise or ""
        if not words and question.name in OPTIONAL:
            return ""
        try:
            if not words:
                raise Malformed(question.name, expected="an answer", found="nothing")
            READ[question.name](words, question.name)
        except Malformed as error:
            print(f"  This will not do: {error}.", file=sys.stderr)
        else:
            return words


def _answers(told: Mapping[str, str]) -> "Answers":
    from comity.accounts import postal  # noqa: PLC0415
    from comity.desk.beginning import Unanswered, read  # noqa: PLC0415

    try:
        return read(told, server=postal.server)
    except Unanswered as error:
        said = "; ".join(f"--{str(fault).replace('_', '-')}" for fault in error.faults)
        raise Stop(said, code=UNREADABLE) from error


def _try_letter(answers: "Answers", *, is_tried: bool) -> None:
    """Send a letter to the officer before anything is made."""
    if not (answers.mail and is_tried):
        return
    from comity.accounts.postal import Unsent, send_trial  # noqa: PLC0415
    from comity.wording.trial import trial_letter  # noqa: PLC0415

    subject, words = trial_letter(answers.name)
    try:
        send_trial(
            answers.mail,
            sender=answers.mail_from,
            to=answers.officer_mail,
            subject=subject,
            words=words,
        )
    except Unsent as error:
        raise Stop(
            f"the trial letter was not sent, and nothing was made: {error} (--no-trial-letter begins without)",
            code=REFUSED,
        ) from error
    print(f"A trial letter went to {answers.officer_mail}.", file=sys.stderr)


def _begin(folder: Path, answers: "Answers") -> tuple[str, str]:
    from comity.accounts.contact import keep_first  # noqa: PLC0415
    from comity.accounts.letters import link_for  # noqa: PLC0415
    from comity.desk.beginning import begin  # noqa: PLC0415
    from comity.desk.desk import wall_clock  # noqa: PLC0415

    person = begin(folder, answers, is_elsewhere=bool(os.environ.get("COMITY_DATABASE")))
    make_tables()
    account = keep_first(person, mail=answers.officer_mail, zone=answers.zone)
    return person, link_for(account, address=answers.address, now=wall_clock())
