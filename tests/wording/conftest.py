"""The wording room needs a language and nothing else of the shell."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from comity.acts.register import load

KINDS = sorted(load())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are read in English, as written."""
    with translation.override("en"):
        yield
