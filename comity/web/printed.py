"""The documents of a meeting that are printed, each on a page of its own."""

from django.utils.translation import gettext_lazy

WHAT = {
    "agenda": gettext_lazy("Agenda"),
    "attendance": gettext_lazy("Attendance"),
    "minutes": gettext_lazy("Minutes"),
}
"""The documents of a meeting."""
