"""Walking into a demonstration as one of its roles. Anywhere else there is no such page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.models import Account
from comity.accounts.presence import sign_in, sign_out
from comity.accounts.roles import offered
from comity.accounts.views.going_on import go_on


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest) -> HttpResponse:
    """On POST, become the person of a role, or the public again."""
    roles = {role.key: role for role in offered(request)}
    if not roles:
        raise Http404
    if request.method != "POST":
        return HttpResponseRedirect("/#walk-in")
    role = roles.get(request.POST.get("role", ""))
    if role is None:
        raise Http404
    sign_out(request)
    if role.person:
        sign_in(request, Account.objects.of(role.person))
    return go_on(request, otherwise="/desk" if role.person else "/")
