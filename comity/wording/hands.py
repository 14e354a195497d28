"""Two hands that write a sentence: one for pages, one for letters and terminals. Both write the same words."""

from collections.abc import Mapping
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext


class Hand(Protocol):
    """How words, names and what is withheld are put down."""

    autoescape: bool

    def plain(self, words: str) -> str:
        """Write words as they are."""

    def link(self, words: str, *, to: str) -> str:
        """Write a name that leads to its page; `to` may be empty."""

    def absent(self, words: str, *, why: str) -> str:
        """Write what stands in place of something `withheld` or `erased`."""

    def struck(self, sentence: str) -> str:
        """Write a sentence that counts nowhere any more."""

    def fill(self, pattern: str, pieces: Mapping[str, str]) -> str:
        """Put written pieces into a translated pattern."""


class Page:
    """Writes HTML."""

    autoescape = True

    def plain(self, words: str) -> SafeString:
        """Write words, escaped."""
        return format_html("{}", words)

    def link(self, words: str, *, to: str) -> SafeString:
        """Write a link where there is a page to lead to."""
        return format_html('<a href="{}">{}</a>', to, words) if to else self.plain(words)

    def absent(self, words: str, *, why: str) -> SafeString:
        """Write it so that the eye can tell it from the record's own words."""
        return format_html('<span class="{}">{}</span>', why, words)

    def struck(self, sentence: str) -> SafeString:
        """Strike through a sentence that this hand wrote."""
        return format_html('<s class="struck">{}</s>', mark_safe(sentence))  # noqa: S308

    def fill(self, pattern: str, pieces: Mapping[str, str]) -> SafeString:
        """Put pieces, each escaped already, into a pattern of our own catalogue."""
        return mark_safe(pattern % pieces)  # noqa: S308 (the pattern is ours; Hand's other methods made the pieces)


class Paper:
    """Writes plain words."""

    autoescape = False

    def plain(self, words: str) -> str:
        """Write words."""
        return words

    def link(self, words: str, *, to: str) -> str:
        """Write the name alone."""
        return words

    def absent(self, words: str, *, why: str) -> str:
        """Write the words that say so."""
        return words

    def struck(self, sentence: str) -> str:
        """Write the sentence; what follows it says that it was struck."""
        return sentence

    def fill(self, pattern: str, pieces: Mapping[str, str]) -> str:
        """Put pieces into a pattern."""
        return pattern % pieces


PAGE, PAPER = Page(), Paper()


def listed(pieces: list[str], *, hand: Hand) -> str:
    """Join written pieces as a sentence does: “A, B and C”."""
    if not pieces:
        return hand.plain("")
    *start, last = pieces
    if not start:
        return last
    joined = start[0]
    for each in start[1:]:
        joined = hand.fill(
            pgettext("a list goes on", "%(start)s, %(next)s"), {"start": joined, "next": each}
        )
    return hand.fill(
        pgettext("a list ends", "%(start)s and %(last)s"), {"start": joined, "last": last}
    )
