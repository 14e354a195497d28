"""Whatever people may do, some page offers them a button for it."""

import re
from html import unescape

from comity.acts.register import load
from tests.journeys.visitor import Visitor, crawl

ROLES = ["secretariat", "chair", "arvenia", "meridonia", "company", "volunteer", "contact-officer"]
OFFERED = re.compile(r'(?:href|action)="/act/([a-z-]+\.[a-z-]+)')
ELSEWHERE = {
    "programme.establish-programme": "done once, by the command that makes a programme",
    "mobilize.publish-endorsement": "done where stated endorsements are reviewed, with what was stated",
    "reframe.enter-comment": "done where stated comments are reviewed, with what was stated",
    "operate.close-check-round": "the clerk's: nobody does it by hand",
    "operate.escalate-request": "the clerk's: nobody does it by hand",
    "reframe.close-ballot": "the chair's, once everybody has voted; else the clerk's",
    "reframe.close-consultation": "the secretariat's, once its last day has passed and each comment is answered",
    "reframe.close-round": "the clerk's: nobody does it by hand",
    "programme.offer-handover": "on the host's page, for its officer; nobody walks in as who hosts the demonstration",
    "programme.take-over": "on the offer's page, for the officer it names",
    "programme.hold-letters": "on a receipt, for a minute after an act that sends letters",
    "reframe.close-silence": "the clerk's: nobody does it by hand",
}


def test_every_kind_that_people_may_do_has_a_button_for_some_role(site: str) -> None:
    wanted = {kind.partition("/")[0] for kind in load()} - set(ELSEWHERE)
    missing = set(wanted)
    for role in ROLES:
        visitor = Visitor(site)
        visitor.walk_in(role)
        for answer in crawl(visitor, of_each=20, most=1200):
            offered = set(OFFERED.findall(unescape(answer.text)))
            assert offered <= wanted
            missing -= offered
            if not missing:
                return
    assert sorted(missing) == []
