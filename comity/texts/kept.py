"""Keeps what was last found about a text: many proposals ask the same of the same paragraph.

What is kept is bounded by the texts' size and not only by their number: paragraphs of 10 MB must not stay for ever.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, cast

MANY = 4096
"""Findings kept about paragraphs of ordinary length."""
FEW = 4
"""Findings kept about longer ones."""
LONG = 1 << 16
"""Characters from which a paragraph, or two together, are long."""

Ask = TypeVar("Ask", bound=Callable[..., object])


def kept(find: Ask) -> Ask:
    """Decorate a pure function of texts so that it is not asked the same twice in a row."""
    many, few = lru_cache(maxsize=MANY)(find), lru_cache(maxsize=FEW)(find)

    @wraps(find)
    def ask(*texts: str) -> object:
        return (few if sum(map(len, texts)) >= LONG else many)(*texts)

    return cast("Ask", ask)
