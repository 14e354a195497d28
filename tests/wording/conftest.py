"""The wording room needs a language and nothing else of the shell."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.utils import translation

from comity.acts.register import load

if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
    settings.configure(USE_I18N=True, USE_TZ=True, LANGUAGE_CODE="en")

KINDS = sorted(load())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are read in English, as written."""
    with translation.override("en"):
        yield
