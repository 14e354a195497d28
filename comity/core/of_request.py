"""What is done about a request for assistance: it bears the request's mark, and the same two parties read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act
from comity.core.audience import Audience
from comity.core.mark import Mark
from comity.core.request import Request
from comity.core.shapes import To
from comity.core.state import State


@dataclass(frozen=True, kw_only=True)
class OfRequest(Act):
    """An act about one request."""

    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED, "by": Audience.OWN}
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED}
    MARKED = True
    DATED_BY_DESK = True

    request: Annotated[str, To(Request, line=True)]

    def mark_in(self, state: State) -> Mark | None:
        """Return the mark of the request."""
        request = state.find(Request, self.request)
        return request.mark if request else None

    def readers(self, state: State) -> tuple[str, ...]:
        """Name who asked and who was asked."""
        request = state.find(Request, self.request)
        return request.parties if request else ()
