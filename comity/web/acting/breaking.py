"""The form that breaks a silence stands on the silence's own page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import get_random_string

from comity.desk.readings.act_page import BREAKING, audiences, kind_of
from comity.desk.readings.silence import SilencePage
from comity.web.acting.form import form_of
from comity.wording import named, who_sees


def form_on_page(request: HttpRequest, page: SilencePage) -> Mapping[str, Any]:
    """Return the form, for those who may object and while they may, and for all who would see an objection."""
    form = form_of(page.breaks, nonce=get_random_string(22), names={}) if page.breaks else None
    return {"form": form, "who_sees_objection": form.who_sees if form else objecting(page)}


def objecting(page: SilencePage) -> Sequence[str]:
    """Say who would see an objection, from what the form itself tells those who may make one."""
    kind = str(kind_of(BREAKING))
    told = {part: who for part, who in audiences(kind, body=page.body).items() if part != "silence"}
    return who_sees(kind, told, body=named(page.body) if page.body else "")
