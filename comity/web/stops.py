"""Three minutes: eight ordinary pages in an order, each with what there is to see and who looks at it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "tour"


@dataclass(frozen=True)
class Stop:
    """One stop of the tour."""

    number: int
    title: Promise
    says: Promise
    leads: Promise
    """What the button that leads here says."""
    page: str
    """The beginning of the address of its page."""
    role: str | None = None
    """Who has to look; None for whoever does."""
    also: tuple[str, ...] = ()
    """Other pages that belong to it."""
    then: str = ""
    """A role that may look at the same page afterwards."""
    then_says: Promise | None = None


STOPS = (
    Stop(
        1,
        _("What it is for"),
        _(
            "One objective, three doors, and what they are for. Where two sources differ, both stand."
        ),
        _("home"),
        "/",
    ),
    Stop(
        2,
        _("The life of a sentence, in history"),
        _(
            "A real sentence, from the room where it began. Everything is recorded from a "
            "source; what is missing is shown as missing."
        ),
        _("a sentence from history"),
        "/sentence/",
    ),
    Stop(
        3,
        _("Your desk"),
        _(
            "Now an exercise among fictional parties. You are a delegate of Meridonia: "
            "what you owe comes first, in your time and the venue’s."
        ),
        _("walk in as Meridonia"),
        "/desk",
        role="meridonia",
    ),
    Stop(
        4,
        _("The text, paragraph 7"),
        _(
            "Two hours, or twenty-four. Who holds which is said in words; a strip at the "
            "head of the page shows the whole text."
        ),
        _("the text"),
        "/text/",
        role="meridonia",
    ),
    Stop(
        5,
        _("The silence"),
        _(
            "If nobody objects in time, the chair may declare it adopted. Break it: before "
            "anything is sent, the page says who will see what."
        ),
        _("the silence"),
        "/silence/",
        role="meridonia",
        also=("/receipt/", "/act/reframe.break-silence"),
        then="chair",
        then_says=_("Look as the chair"),
    ),
    Stop(
        6,
        _("The adopted text"),
        _(
            "An earlier round’s text stands: the chair’s words and reason, the reservation "
            "beside its paragraph. Print it: it is a document."
        ),
        _("the adopted text"),
        "/adoption/",
        role="meridonia",
    ),
    Stop(
        7,
        _("The life of a sentence"),
        _(
            "From a closed room to a telephone that was answered. Speakers stay withheld; "
            "what they came to does not."
        ),
        _("the life of the sentence"),
        "/sentence/",
        role="meridonia",
    ),
    Stop(
        8,
        _("Check it yourself"),
        _("Three lines to copy. Change one byte, and the answer names the act."),
        _("check it yourself"),
        "/check",
    ),
)


def stop(number: int) -> Stop | None:
    """Return a stop by its number; None where there is none."""
    return STOPS[number - 1] if 1 <= number <= len(STOPS) else None


def read_cookie(value: str) -> Stop | None:
    """Return where a visitor is; None for what is not a stop."""
    return stop(int(value)) if len(value) == 1 and value in "12345678" else None
