"""Letters where nobody sends any: printed among what the program says of itself, never among its results."""

import sys
from typing import Any

from django.core.mail.backends.console import EmailBackend as Console


class EmailBackend(Console):
    """Prints letters to stderr."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.stream = sys.stderr
