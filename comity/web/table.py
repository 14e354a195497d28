"""One line a page: its address, the reading that fills it, the template that shows it.

    Page("silence/<name:id>", silence, "silence.html", door="reframe")

gives `/silence/ID` and, from the same reading, `/silence/ID.json`; with `taken`, the whole list at `.csv` and `.xlsx`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from comity.accounts.reading import Pace
from comity.web.taken import Taken

Asking = Callable[[HttpRequest], Mapping[str, Any]]
"""What a page asks its reading for beside what stands in the address: from the query, or from who looks."""
Dress = Callable[[HttpRequest, Any], Mapping[str, Any]]
"""What a template is given beside the reading, for the eye only; the twin never has it."""


@dataclass(frozen=True)
class FromQuery:
    """Asks a reading for what stands in the query under these names; what is longer is nobody's."""

    names: tuple[str, ...]
    longest: int = 100

    def __call__(self, request: HttpRequest) -> Mapping[str, Any]:
        """Read it."""
        return {name: request.GET.get(name, "")[: self.longest] for name in self.names}


def nothing(request: HttpRequest) -> Mapping[str, Any]:
    """Ask for nothing more."""
    return {}


def plain(request: HttpRequest, page: Any) -> Mapping[str, Any]:
    """Add nothing."""
    return {}


@dataclass(frozen=True)
class Page:
    """One page and its twin."""

    path: str
    reading: Callable[..., Any]
    template: str
    """Empty where a list stands on the pages of others, and has no page of its own."""
    door: str = ""
    """Which of the doors in the head it lies behind: desk, convene, reframe, mobilize, operate, record."""
    asks: Asking = nothing
    dress: Dress = plain
    pace: Pace | None = None
    """How often strangers may ask; as often as they like where none is given."""
    taken: Taken | None = None
    """What stands in its rows where the list is taken away whole, at `.csv` and `.xlsx`."""
    sign_in: bool = False
    """True where somebody who is not signed in is sent to sign in instead of told that nothing is here."""

    @property
    def queries(self) -> tuple[str, ...]:
        """What may stand in the query of its address."""
        return self.asks.names if isinstance(self.asks, FromQuery) else ()

    @property
    def twin(self) -> str:
        """The address of its JSON twin."""
        return f"{self.path or 'index'}.json"
