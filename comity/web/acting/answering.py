"""The form that answers a round stands on the round's own page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import get_random_string

from comity.desk.readings.round import RoundPage
from comity.web.acting.form import form_of


def form_on_page(request: HttpRequest, page: RoundPage) -> Mapping[str, Any]:
    """Return the form, for those who are asked and while they may answer."""
    if page.answering is None:
        return {"form": None}
    return {"form": form_of(page.answering, nonce=get_random_string(22), names={})}
