"""The form that breaks a silence stands on the silence's own page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import get_random_string

from comity.desk.readings.silence import SilencePage
from comity.web.acting.form import form_of


def form_on_page(request: HttpRequest, page: SilencePage) -> Mapping[str, Any]:
    """Return the form, for those who may object and while they may."""
    if page.breaks is None:
        return {"form": None}
    return {"form": form_of(page.breaks, nonce=get_random_string(22), names={})}
