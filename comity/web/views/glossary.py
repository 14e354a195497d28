"""What the words of the field mean, on one page that every first use leads to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.wording.glossary import CHAPTERS


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Show them."""
    return render(request, "glossary.html", {"page": {"chapters": CHAPTERS, "scope": ""}})
