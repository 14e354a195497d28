"""The clerk beside the server: every few seconds, what is due; every minute, a sign that the desk could receive."""

import logging
import threading
from collections.abc import Callable

SECONDS = 3.0

log = logging.getLogger("comity.clerk")


class ClerkThread:
    """Does a round of work again and again until it is told to stop; a round that fails is told and tried again."""

    def __init__(self, work: Callable[[], object], *, every: float = SECONDS) -> None:
        self._work = work
        self._every = every
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._rounds, name="clerk", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the round and end."""
        self._stop.set()
        self._thread.join(timeout=10)

    def _rounds(self) -> None:
        while not self._stop.is_set():
            try:
                self._work()
            except Exception:
                # One letter that cannot be sent must not keep a deadline from being closed.
                log.exception("the clerk's round failed and will be tried again")
            self._stop.wait(self._every)
