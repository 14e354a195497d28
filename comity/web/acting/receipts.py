"""What a receipt tells beside the record: who sees it, in words."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import get_random_string

from comity.core.audience import Audience
from comity.desk.readings.receipt import ReceiptPage
from comity.wording import named, who_sees


def fresh_nonce(request: HttpRequest, page: Any) -> Mapping[str, Any]:
    """Give a page's own buttons what makes each of them count once."""
    return {"nonce": get_random_string(22)}


KNOWN = frozenset(Audience)


def told(request: HttpRequest, page: ReceiptPage) -> Mapping[str, Any]:
    """Say who sees each part, how to check it on any later day, and which draft may be forgotten."""
    audiences = {
        part.name: part.audience
        for part in page.proof.parts
        if part.audience in KNOWN and part.name not in page.prefilled
    }
    given = ":".join(str(page.deed.get(name)) for name in page.prefilled)
    return {
        "who_sees": who_sees(
            page.deed.kind, audiences, body=named(page.body) if page.body else "", party=page.party
        ),
        "check_line": f"comity verify {request.build_absolute_uri('/')} --kept receipt-{page.deed.index}.json",
        **fresh_nonce(request, page),
        "draft": f"{page.deed.verb}:{given}",
    }
