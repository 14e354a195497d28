"""Every page there is, one line each; a page's twin comes with it."""

from django.urls import path

from comity.web.addresses import patterns
from comity.web.behind import BEHIND, LISTS
from comity.web.table import Page
from comity.web.tour_pages import TOUR
from comity.web.views import (
    acting,
    answering,
    calendar,
    doctor,
    feeds,
    filed_paper,
    from_word,
    glossary,
    importing,
    me,
    pack,
    paper,
    privacy,
    receipt,
    tour,
    trust,
    wishes,
    word_file,
)

PAGES: tuple[Page, ...] = (*TOUR, *BEHIND, *LISTS)

urlpatterns = [
    path("receipt/<number:index>.json", receipt.file),
    path("adoption/<name:id>.css", paper.foot),
    path("exercise.css", paper.exercise),
    path("meeting/<name:id>/<str:what>.css", paper.of_meeting),
    path("target/<name:id>/brief.css", paper.of_target),
    *patterns(PAGES),
    path("act/<str:kind>", acting.act),
    path("meeting/<name:id>.ics", calendar.file),
    path("meeting/<name:id>.zip", pack.file),
    path("answer/<str:sealed>", answering.answer),
    path("import", importing.bring),
    path("import/<str:what>.<str:ending>", importing.empty),
    path("text/<name:id>.docx", word_file.file),
    path("text/<name:id>/from-word", from_word.bring),
    path("text/<name:id>/since/<name:earlier>.docx", word_file.file),
    path("paper/<name:id>", filed_paper.filed),
    path("tour", tour.three_minutes),
    path("trust", trust.trust),
    *(path(f"{name}.atom", feeds.atom, {"name": name}) for name in feeds.FEEDS),
    path("glossary", glossary.glossary),
    path("me", me.mine),
    path("me.json", me.taken),
    path("me/address/<str:secret>", me.address),
    path("privacy", privacy.privacy),
    path("privacy.json", privacy.privacy_twin),
    path("doctor", doctor.doctor),
    path("doctor.json", doctor.doctor_twin),
    path("wishes", wishes.wishes),
]
