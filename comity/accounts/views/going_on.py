"""Where a person goes on to after signing in, changing role or signing out: only ever a page of this site."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def go_on(request: HttpRequest, *, otherwise: str) -> HttpResponseRedirect:
    """Redirect to the page that was asked for, if it is one of ours."""
    asked = request.POST.get("next", "")
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return HttpResponseRedirect(asked if is_ours else otherwise)
