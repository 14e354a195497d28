"""The one letter a day: what is asked of its reader and by when, what was written to them, and what changed.

Subject: Two things are asked of you, the first by 27 November 2026, 18:00 New York

Asked of you
- Object, or let it stand: the Annex (by 27 November 2026, 18:00 New York)

Written to you
Papers for the fourth session
…

Changed since the last of these letters
- Meridonia took a position on paragraph 7 …
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comity.desk.look import Look
from comity.desk.readings.desk_page import desk
from comity.wording.letter import Written, letter
from comity.wording.minutes import minutes_text
from comity.wording.owing import asked
from comity.wording.things import names_for
from comity.wording.times import Reader, deadline

MOST = 20
"""How many sentences of what changed one letter holds; it says how many more there are."""


@dataclass(frozen=True)
class Waiting:
    """A letter that waits for the day's."""

    act: int
    thing: str


def digest(look: Look, *, since: int, waiting: Sequence[Waiting], site: str) -> Written | None:
    """Write the day's letter to whoever looks; None where there is nothing to say."""
    page = desk(look, seen_index=since)
    if page is None:
        return None
    # The acts that this reader's own parties did are no news to them.
    news = look.minutes(after=since, limit=MOST + 1)
    names = names_for(
        look, [*news, *(each.thing for each in page.owed), *(d.about for d in page.owed if d.about)]
    )
    reader = Reader(zone=look.viewer.zone)
    owed = [f"- {asked(each, names=names, reader=reader)}" for each in page.owed]
    letters = [
        each
        for one in waiting
        if (each := letter(look, act=one.act, thing=one.thing, site=site)) is not None
    ]
    changed = [f"- {minutes_text(each, names=names, reader=reader)}" for each in news[:MOST]]
    if not (letters or changed):
        return None
    if len(news) > MOST:
        changed.append(_("- and more, on your desk"))
    parts = [
        *_part(_("Asked of you"), owed),
        *_part(_("Written to you"), [f"{each.subject}\n\n{each.own}\n" for each in letters]),
        *_part(_("Changed since the last of these letters"), changed),
        f"{site}/desk",
        _("Reply to this if the link fails."),
    ]
    dues = [each.owing.due for each in page.owed if each.owing.due is not None]
    first = deadline(dues[0], reader=reader) if dues else ""
    return Written(subject=_subject(len(owed), first), words="\n\n".join(parts) + "\n")


def _part(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return ["\n".join([title, *found])] if found else []


def _subject(count: int, first: str) -> str:
    if not count:
        return _("Nothing is asked of you; what changed")
    if not first:
        return ngettext(
            "%(count)d thing is asked of you", "%(count)d things are asked of you", count
        ) % {"count": count}
    return ngettext(
        "%(count)d thing is asked of you, by %(when)s",
        "%(count)d things are asked of you, the first by %(when)s",
        count,
    ) % {"count": count, "when": first}
