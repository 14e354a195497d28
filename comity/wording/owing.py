"""What somebody owes, in one plain line: for letters and the terminal. The desk has the same with its buttons."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comity.desk.readings.desk_page import Due
from comity.wording.phrases import named
from comity.wording.things import Names
from comity.wording.times import Reader, date, deadline

ASKED: Mapping[str, Any] = {
    "silence": gettext_lazy("Object, or let it stand: %(about)s"),
    "declare": gettext_lazy("Declare what was decided: %(about)s"),
    "extend": gettext_lazy("Extend the silence: %(about)s"),
    "answer": gettext_lazy("Say that you heard: %(about)s"),
    "reply": gettext_lazy("Answer the circular: %(about)s"),
    "round": gettext_lazy("Say where you stand: %(about)s"),
    "decide": gettext_lazy("Say what follows from the round: %(about)s"),
    "evidence": gettext_lazy("Show what was done: %(about)s"),
    "handover": gettext_lazy("Take it over, or let the offer pass: %(about)s"),
    "mandate": gettext_lazy("A mandate ends: %(about)s"),
    "terms": gettext_lazy("Ask for new ones before they run out: %(about)s"),
    "terms-of-a-group": gettext_lazy("Renew, change or let go: %(about)s"),
    "clear-progress": gettext_lazy("Clear it, or have it drafted anew: %(about)s"),
    "submit-progress": gettext_lazy("Submit it: %(about)s"),
    "review-progress": gettext_lazy("Publish it or keep it: %(about)s"),
}


def asked(due: Due, *, names: Names, reader: Reader) -> str:
    """Write what is asked, and by when: `Object, or let it stand: the Annex (by 12 October 2019, 18:00 …)`."""
    what = due.owing.what
    if what == "positions":
        words = ngettext(
            "Take a position on %(count)d open paragraph: %(about)s",
            "Take a position on %(count)d open paragraphs: %(about)s",
            due.owing.count,
        )
    else:
        words = str(ASKED.get(what, "%(about)s"))
    about = due.about if due.about is not None and what != "reply" else due.thing
    said = words % {"about": named(about, names=names), "count": due.owing.count}
    if due.owing.due is not None:
        by = deadline(due.owing.due, reader=reader)
    elif due.by is not None:
        by = date(due.by)
    else:
        return said
    return _("%(what)s (by %(when)s)") % {"what": said, "when": by}
