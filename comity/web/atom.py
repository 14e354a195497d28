"""A feed of the record in the Atom form (RFC 4287).

    <feed xmlns="http://www.w3.org/2005/Atom">
      <id>tag:comity.example,2026-01-05:global-cooperation/record</id>
      <entry><id>tag:comity.example,2026-01-05:global-cooperation/act/482</id> … </entry>

An id is a tag (RFC 4151): the record's origin, the day on which it began, and the act's number. None of these
ever changes, wherever the record is served.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from comity.core.when import write_instant
from comity.desk.readings.feed import Feed
from comity.desk.seen import Deed
from comity.wording.minutes import minutes_text
from comity.wording.things import Names

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a feed is served, and what it is called there."""

    name: str
    """`record`, `texts` or `meetings`."""
    title: str
    home: str
    """The site's own address, without a slash at its end."""
    page: str
    language: str
    licence: str


def write(feed: Feed, place: Place, *, names: Names) -> str:
    """Write the feed; an entry's title is the sentence that stands in the minutes."""
    title = f"{feed.programme}: {place.title}"
    changed = max([_changed(each, feed) for each in feed.deeds], default=feed.began)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(place.language)}>',
        f"<id>{_words(_tag(feed, place.name))}</id>",
        f"<title>{_words(title)}</title>",
        f"<updated>{write_instant(changed)}</updated>",
        f"<author><name>{_words(str(feed.programme))}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_quoted(f"{place.home}/{place.name}.atom")}/>',
        f'<link rel="alternate" type="text/html" href={_quoted(place.home + place.page)}/>',
        *([f"<rights>{_words(place.licence)}</rights>"] if place.licence else []),
        *(_entry(each, feed, place, names) for each in feed.deeds),
        "</feed>",
    ]
    return "\n".join(parts) + "\n"


def _entry(deed: Deed, feed: Feed, place: Place, names: Names) -> str:
    return "\n".join(_lines(deed, feed, place, minutes_text(deed, names=names)))


def _lines(deed: Deed, feed: Feed, place: Place, sentence: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{_words(_tag(feed, f'act/{deed.index}'))}</id>"
    yield f"<title>{_words(sentence)}</title>"
    yield f"<published>{write_instant(deed.at)}</published>"
    yield f"<updated>{write_instant(_changed(deed, feed))}</updated>"
    yield f'<link rel="alternate" type="text/html" href={_quoted(f"{place.home}/record/{deed.index}")}/>'
    if deed.kind:
        yield f"<category term={_quoted(deed.verb)}/>"
    if deed.scope:
        yield f"<category term={_quoted(deed.scope)} scheme={_quoted(f'{place.home}/record?half=exercise')}/>"
    yield f'<content type="text">{_words(sentence)}</content>'
    yield "</entry>"


def _changed(deed: Deed, feed: Feed) -> datetime:
    return feed.struck.get(deed.index, deed.at)


def _tag(feed: Feed, of: str) -> str:
    authority, _, rest = feed.origin.partition("/")
    return f"tag:{authority},{feed.began:%Y-%m-%d}:{f'{rest}/' if rest else ''}{of}"


def _words(words: str) -> str:
    return escape(_NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words))


def _quoted(words: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words))
