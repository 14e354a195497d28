"""Who is there: the person of a request, by a session or by a bearer token; the public else.

    request.person   their opaque id; "" for the public
    request.zone     the zone of their own clock; "" for that of their party
    request.bearer   who the token speaks for and how far; None where there is none

A session is bound to the account's epoch. A token that is not known is an error, never the public.
"""

from collections.abc import Callable

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import now

from comity.accounts.answers import too_often
from comity.accounts.limits import STRANGER_TOKENS, is_within
from comity.accounts.models import Account
from comity.accounts.secrets import Bearer, Scope, bearer_of

BACKEND = "comity.accounts.presence.Known"


class Known:
    """Lets Django find the account of a session; it authenticates nobody, links and passkeys do."""

    def authenticate(self, request: HttpRequest | None, **credentials: object) -> Account | None:
        """Know nobody by a password."""
        return None

    def get_user(self, user_id: str) -> Account | None:
        """Return the account of a session, unless it is closed."""
        return Account.objects.filter(pk=user_id, is_active=True).first()


class Presence:
    """Tells every view who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find out who is there, then answer; what a person sees is kept in no cache."""
        request.person, request.zone, request.bearer = "", "", None  # type: ignore[attr-defined]
        given = request.headers.get("Authorization", "")
        if given:
            bearer = _bearer(given)
            if bearer is None:
                return _unknown_token(request)
            # Here and not in each view: a page's form takes a token as the door for programs does.
            needed = Scope.READ if request.method in ("GET", "HEAD") else Scope.ACT
            if needed not in bearer.scopes:
                return beyond_scope(needed)
            request.person, request.bearer = bearer.person, bearer  # type: ignore[attr-defined]
            request.zone = bearer.zone  # type: ignore[attr-defined]
            # What a browser cannot be made to send needs no protection against browsers.
            request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # noqa: SLF001 — Django's own name
        elif request.user.is_authenticated:
            request.person = request.user.pk  # type: ignore[attr-defined]
            request.zone = request.user.zone  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.person:  # type: ignore[attr-defined]
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def _bearer(given: str) -> Bearer | None:
    kind, _, token = given.partition(" ")
    return bearer_of(token.strip(), now=now()) if kind.lower() == "bearer" else None


def _unknown_token(request: HttpRequest) -> JsonResponse:
    """Answer a token that is not known, has expired or was taken back; who goes on trying is told to wait."""
    place = request.place  # type: ignore[attr-defined]
    if not is_within(STRANGER_TOKENS, who=place, now=now()):
        return too_often()
    return JsonResponse(
        {"error": "token", "says": "This token is not known here, or has expired."},
        status=401,
        headers={"WWW-Authenticate": "Bearer"},
    )


def beyond_scope(scope: Scope) -> JsonResponse:
    """Answer a token that does not reach so far."""
    answer = {"error": "scope", "says": f"This token does not have the scope {scope}."}
    return JsonResponse(answer, status=403)


def may_act(bearer: Bearer | None) -> bool:
    """Tell whether a session, or a token with the scope, may act."""
    return bearer is None or Scope.ACT in bearer.scopes


def sign_in(request: HttpRequest, account: Account) -> None:
    """Begin a session, with a new key, so that one known before it is worth nothing."""
    login(request, account, backend=BACKEND)


def sign_out(request: HttpRequest) -> None:
    """End the session and forget what it held."""
    logout(request)
