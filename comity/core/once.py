"""Compute a pure function once for each argument."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar, cast

F = TypeVar("F", bound=Callable[..., object])


def once(function: F) -> F:
    """Remember what a pure function of classes and names returned, and keep its type (functools.cache loses it)."""
    return cast(F, cache(function))
