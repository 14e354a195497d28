"""The letter that only tries whether letters leave."""

from django.utils.translation import gettext as _


def trial_letter(programme: str) -> tuple[str, str]:
    """Return its subject and its words."""
    subject = _("A trial letter from %(programme)s") % {"programme": programme}
    words = _(
        "This letter says only that letters from %(programme)s reach you. You need do nothing."
    )
    return subject, words % {"programme": programme} + "\n"
