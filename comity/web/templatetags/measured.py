"""How a measure is drawn: its lines, its first figure, and the numbered dates beside it."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from comity.core.when import When
from comity.desk.cells import Value
from comity.desk.readings.measure import Beside, MeasurePage
from comity.desk.seen import Seen
from comity.web.series import Figure, draw
from comity.web.templatetags.comity import when_there
from comity.wording import times

register = template.Library()


@register.inclusion_tag("parts/series.html", takes_context=True)
def series(context: template.Context, page: MeasurePage) -> dict[str, Any]:
    """Draw a measure; nothing where its first figure may not be seen."""
    started, amount = page.measure.value("baseline_on"), page.measure.value("baseline")
    if started is None or amount is None:
        return {"drawn": None}
    baseline = Figure(at=started.first, amount=amount, by="")
    figures = [
        Figure(at=each.value("on").first, amount=each.value("amount"), by=_name(page, each))
        for each in page.values
        if each.value("on") is not None and each.value("amount") is not None
    ]
    marks = [(each.number, each.when.first) for each in page.beside]
    drawn = draw(baseline, figures, marks, now=context["reader_now"])
    return {
        "drawn": drawn,
        "first": _day(drawn.first),
        "last": _day(drawn.last),
        "says": _says(page, baseline, figures),
    }


@register.simple_tag(takes_context=True)
def beside_date(context: template.Context, beside: Beside, measure: Seen[Any]) -> str:
    """Write the date of what stands beside a measure."""
    return when_there(context, Value(beside.when), measure)


def _name(page: MeasurePage, value: Seen[Any]) -> str:
    """Name who counted, as far as the reader may know."""
    party = page.parties.get(str(value.value("party", "")))
    return str(party["name"]) if party else str(value["party"])


def _day(at: Any) -> str:
    return times.date(When(at.date().isoformat()))


def _says(page: MeasurePage, baseline: Figure, figures: list[Figure]) -> str:
    """Say the drawing in a sentence, for whoever does not see it; the table has every figure."""
    told = {
        "name": str(page.measure["name"]),
        "unit": str(page.measure["unit"]),
        "first": baseline.amount,
        "then": _day(baseline.at),
    }
    if not figures:
        return _("%(name)s: %(first)d %(unit)s, %(then)s.") % told
    last = max(figures, key=lambda each: each.at)
    told |= {"last": last.amount, "now": _day(last.at)}
    return _("%(name)s: %(first)d %(unit)s, %(then)s; %(last)d, %(now)s.") % told
