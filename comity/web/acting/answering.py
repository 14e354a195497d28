"""The forms that answer a round and vote in a ballot stand on the pages of these."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import get_random_string

from comity.desk.readings.act_page import ActPage
from comity.desk.readings.ballot import BallotPage
from comity.desk.readings.round import RoundPage
from comity.web.acting.form import form_of


def answer_on_page(request: HttpRequest, page: RoundPage) -> Mapping[str, Any]:
    """Return the form that answers, for those who are asked and while they may."""
    return _form(page.answering)


def vote_on_page(request: HttpRequest, page: BallotPage) -> Mapping[str, Any]:
    """Return the form that votes, for those entitled who have not voted."""
    return _form(page.voting)


def _form(asked: ActPage | None) -> Mapping[str, Any]:
    if asked is None:
        return {"form": None}
    return {"form": form_of(asked, nonce=get_random_string(22), names={})}
