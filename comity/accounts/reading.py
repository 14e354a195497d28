"""How often a stranger may ask for what costs much to answer: a count in memory, gone with the process.

Nobody can see who read what: so of reading nothing is written down, and of who reads only a keyed hash is kept, in this
process alone, until its window has passed. Several processes count each for itself.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from hashlib import blake2b
from secrets import token_bytes
from time import monotonic

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.accounts import answers

View = Callable[..., HttpResponse]
MOST_PLACES = 10_000
"""How many places are counted at once; beyond that the oldest windows are forgotten."""


@dataclass
class Pace:
    """At most `times` in a window of so many seconds that begins with the first."""

    times: int
    seconds: float
    clock: Callable[[], float] = monotonic
    _key: bytes = field(default_factory=lambda: token_bytes(32))
    _counts: dict[bytes, tuple[float, int]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, who: str) -> bool:
        """Count one and tell whether it is still within the pace."""
        place, now = blake2b(who.encode(), key=self._key, digest_size=16).digest(), self.clock()
        with self._lock:
            until, count = self._counts.get(place, (0.0, 0))
            if until <= now:
                self._make_room(now)
                until, count = now + self.seconds, 0
                # Taken out and put in again, so that the oldest window always stands first.
                self._counts.pop(place, None)
            self._counts[place] = (until, count + 1)
            return count < self.times

    def _make_room(self, now: float) -> None:
        while self._counts:
            oldest = next(iter(self._counts))
            if self._counts[oldest][0] > now and len(self._counts) < MOST_PLACES:
                return
            del self._counts[oldest]


SEARCHES = Pace(120, 60.0)
PROOFS = Pace(1_200, 60.0)
TAKEN = Pace(240, 60.0)


def paced(pace: Pace) -> Callable[[View], View]:
    """Let strangers ask a view at this pace only; who is signed in is no stranger."""

    def around(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
            person, place = getattr(request, "person", ""), getattr(request, "place", "")
            if person or pace.allows(place):
                return view(request, *args, **named)
            if answers.is_for_programs(request):
                return answers.too_often()
            return render(request, "accounts/too_often.html", status=429)

        return asked

    return around
