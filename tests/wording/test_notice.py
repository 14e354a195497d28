"""The privacy notice to begin with says what the register says, and names no time and no kind of data beside it."""

import re
from pathlib import Path

from django.db import models

from comity.accounts import models as accounts
from comity.accounts.held import MONTH as ANSWERED_WITHIN
from comity.acts.register import load
from comity.wording import notice, processing

DOCS = Path(__file__).parents[2] / "docs"
PERIOD = re.compile(
    r"\b(?:an?|half an|two|three|five|seven|\d+)\s+(?:minute|hour|day|week|month|year)s?\b"
)
BESIDE = {
    "Account": "an e-mail address",
    "Token": "passkeys' public halves, digests of tokens and links",
    "Link": "passkeys' public halves, digests of tokens and links",
    "Wish": "what they ask about what is held of them",
    "Notice": "",
    "Asked": "an address that a sign-in letter was asked for",
    "Tally": "keyed hashes of places from which something was tried",
    "Stated": "endorsements and comments that were stated by a form, with who stated them and their address",
    "Remark": "endorsements and comments that were stated by a form, with who stated them and their address",
    "InvitedEndorser": "who was invited by a letter to endorse something, with their address",
}
"""For everything that is kept beside the record, the line of the register that says so; a page holds nobody."""


def test_the_page_is_what_the_register_makes_it() -> None:
    assert (DOCS / "privacy-notice.md").read_text("utf-8") == notice.page(load())


def test_it_names_every_period_of_the_register_and_no_other() -> None:
    words = notice.notice(load())
    ages = [*processing.AGES.values(), processing.OTHERWISE]
    kept = [*ages, *(how_long for _what, _why, how_long in processing.BESIDE)]
    assert [each for each in kept if each not in words] == []
    left = words
    for each in sorted([*kept, notice.MONTH], key=len, reverse=True):
        left = left.replace(each, "")
    assert PERIOD.findall(left) == []
    assert ANSWERED_WITHIN.days in (30, 31)


def test_it_names_every_kind_of_data_that_the_register_names() -> None:
    words = notice.notice(load()).casefold()
    assert [what for what, _, _ in processing.BESIDE if what.casefold() not in words] == []
    named = {each.kind: each for each in processing.activities(load())}
    assert set(processing.AGES) - set(named) == set()
    for kind in processing.AGES:
        assert [
            field for field in named[kind].fields.values() if field.casefold() not in words
        ] == []


def test_everything_that_is_kept_beside_the_record_stands_in_the_register() -> None:
    kept = {
        name
        for name, each in vars(accounts).items()
        if isinstance(each, type)
        and issubclass(each, models.Model)
        and each.__module__ == accounts.__name__
        and not each._meta.abstract
    }
    assert kept == set(BESIDE)
    lines = {what for what, _, _ in processing.BESIDE}
    assert {line for line in BESIDE.values() if line} - lines == set()


def test_what_is_for_the_operator_to_say_stands_in_brackets() -> None:
    assert len(re.findall(r"\[[^\]]+\]", notice.notice(load()))) >= 8


def test_it_is_found_from_where_one_would_look() -> None:
    for name in ("operations.md", "processing.md"):
        assert "(privacy-notice.md)" in (DOCS / name).read_text("utf-8")
