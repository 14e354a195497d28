"""One form for a bad night."""

from dataclasses import replace

import pytest

from comity.core.audience import Audience
from comity.core.mark import Mark
from comity.core.request import Request, Template, Urgency
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import CONTACT, NOW, OTHER_CONTACT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "operate.request-assistance"

WRONG = (
    wrong("of itself", "asks-itself", by="max", on_behalf_of="meridonia", mark="red"),
    wrong(
        "through another party's contact",
        "not-of-this-party",
        world=[replace(CONTACT, party="brightwater")],
    ),
    wrong(
        "through one that was replaced",
        "contact-replaced",
        world=[replace(CONTACT, replaced_by="x")],
    ),
    wrong(
        "escalating to another party's contact",
        "not-of-this-party",
        world=[replace(OTHER_CONTACT, party="brightwater")],
    ),
    wrong("escalating to whom it asks", "escalates-to-itself", escalates_to="meridonia-desk"),
    wrong("with no time to hear it", "deadline-not-ahead", at="2026-11-23T13:00:00+00:00"),
    wrong(
        "answered before it is heard",
        "answers-before-it-hears",
        answer_by="2026-11-23T12:59:00+00:00[Atlantic/Reykjavik]",
    ),
    wrong(
        "marked red and shown to all",
        "wider-than-its-mark",
        mark="red",
        audiences={"happened": "programme"},
    ),
    wrong("through nothing known", "no-such-contact", contact="nothing"),
    wrong("saying nothing", "nothing-said", asks=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_waits_from_the_moment_it_was_received() -> None:
    assert scene().do(lawful(KIND)).things["request/second-fault"] == Request(
        id="second-fault",
        party="arvenia",
        of_party="meridonia",
        contact="meridonia-desk",
        title="A second fault",
        template=Template.ASSISTANCE,
        urgency=Urgency.EMERGENCY,
        mark=Mark.AMBER_STRICT,
        happened="No light on the second cable since noon.",
        asks="Who saw a ship there?",
        asked=NOW,
        acknowledge_by=Deadline("2026-11-23T13:00:00+00:00[Atlantic/Reykjavik]"),
        answer_by=Deadline("2026-11-23T18:00:00+00:00[Atlantic/Reykjavik]"),
        escalates_to="meridonia-envoy",
    )


@pytest.mark.parametrize(
    ("mark", "audience"),
    [
        ("clear", Audience.PUBLIC),
        ("green", Audience.PROGRAMME),
        ("amber", Audience.NAMED),
        ("amber-strict", Audience.NAMED),
        ("red", Audience.NAMED),
    ],
)
def test_the_mark_says_who_reads_it_whether_done_or_recorded(mark: str, audience: str) -> None:
    for source in ("", "a note verbale"):
        act = lawful(KIND, mark=mark, source=source)
        seen = act.seen_by_default(scene().lent(act))
        assert (seen["*"], seen["by"]) == (audience, Audience.OWN)
        assert act.readers(scene().lent(act)) == (act.party, "meridonia")


def test_it_may_be_kept_closer_than_its_mark_allows() -> None:
    assert codes(KIND, mark="clear", audiences={"happened": "named"}) == ()
