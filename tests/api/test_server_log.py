"""What the server writes down holds nothing that anybody said, sent or looked at."""

import logging
import re
import sys

from comity.api.server_log import Terse

PLANTED = "planted-word-7731"


def line(name: str, message: str, *args: object, raised: Exception | None = None) -> str:
    """Write one line about an exception, as the server would."""
    told = None
    try:
        if raised:
            raise raised
    except ValueError:
        told = sys.exc_info()
    record = logging.LogRecord(name, logging.ERROR, __file__, 7, message, args, told)
    return Terse().format(record)


def test_what_others_log_is_told_by_its_place_alone() -> None:
    said = line(
        "waitress", f"Exception while serving /sign-in/{PLANTED}", raised=ValueError(PLANTED)
    )
    places = r"test_server_log\.py:7: ValueError in test_server_log\.py:\d+ line"
    assert re.fullmatch(f"ERROR waitress: {places}", said)


def test_arguments_of_others_are_not_told() -> None:
    assert line("django.request", "Internal Server Error: %s", PLANTED) == (
        "ERROR django.request: test_server_log.py:7"
    )


def test_our_own_words_are_kept_and_an_exceptions_are_not() -> None:
    said = line("comity.letters", "a letter about act %d failed", 5, raised=ValueError(PLANTED))
    assert said.startswith("ERROR comity.letters: a letter about act 5 failed: ValueError in ")
    assert PLANTED not in said
