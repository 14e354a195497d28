"""What the server says of itself: that it is well, and what it can be asked."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLResolver, get_resolver
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from comity.api import answers
from comity.api.openapi import document
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.posting import given_up
from comity.desk.scrubbing import due_since
from comity.desk.viewer import PUBLIC

_CONVERTED = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")


def _size(look: Look) -> int:
    return look.size


@never_cache
@csrf_exempt
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the desk can be read, how long the record is, and what its operator has to look after."""
    if request.method not in ("GET", "HEAD"):
        return answers.wrong_method("GET", "HEAD")
    house = desk()
    return JsonResponse(
        {
            "ok": True,
            "size": house.read(PUBLIC, _size),
            "scrub_due": due_since(house.store),
            "letters_given_up": given_up(house),
        }
    )


@csrf_exempt
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe the interface."""
    if request.method not in ("GET", "HEAD"):
        return answers.wrong_method("GET", "HEAD")
    return JsonResponse(described(), headers={"Cache-Control": "public, max-age=300"})


@cache
def described() -> dict[str, Any]:
    """Return the description, made once: neither the register nor the addresses change while we run."""
    return document(twins=dict(sorted(_twins(get_resolver()))), title="Comity")


def _twins(resolver: URLResolver, *, before: str = "/") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the address of every twin of a page, as OpenAPI writes it, and what may stand in its query."""
    for each in resolver.url_patterns:
        path = before + _CONVERTED.sub(r"{\1}", str(each.pattern))
        if isinstance(each, URLResolver):
            yield from _twins(each, before=path)
        elif path.endswith(".json") and path != "/openapi.json":
            yield path, getattr(each.default_args.get("page"), "queries", ())
