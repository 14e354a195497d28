"""A programme that has just begun: every list says what will stand there, and leads those who may to it."""

from collections.abc import Iterator

import pytest

from tests.accounts.test_sign_in import link_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Visitor

PAGES = {
    "/convene": ("No summit yet.", "/act/convene.convene-meeting?form=summit", "meetings"),
    "/people": ("", "/act/parties.register-person", ""),
    "/norms": ("No norm yet.", "/act/reframe.put-forward-norm", ""),
    "/reports": ("No report yet.", "/act/reframe.publish-report", ""),
    "/work": ("No work area yet.", "/act/programme.open-work-area", ""),
    "/mobilize": ("Nobody stands behind anything here yet.", "", "endorsements"),
    "/support": ("None yet.", "/act/parties.note-support", ""),
    "/contacts": ("No contact that you may see", "/act/operate.nominate-contact", ""),
    "/reframe": ("No adopted text yet.", "", ""),
}
"""For each list: what it says while it is empty, the act that it leads to, and the list that may be brought."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a programme that stands empty, and a link that lets its officer in."""
    built = tmp_path_factory.mktemp("begun") / "talks"
    officer = str(init(built, "--json").json["person"])
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (site, data):
        yield site, link_of(comity("link", "--data", data, "--person", officer).out)


def test_every_empty_list_speaks_and_leads_those_who_may_and_nobody_else(
    begun: tuple[str, str],
) -> None:
    site, link = begun
    officer, public = Visitor(site), Visitor(site)
    assert officer.post(link, seen_on=link).status == 200
    desk = officer.get("/desk").text
    assert ('href="/import"' in desk, 'href="/people"' in desk) == (True, True)
    for path, (says, act, what) in PAGES.items():
        shown = officer.get(path).text
        assert (path, says in shown, act in shown) == (path, True, True)
        assert (path, f"/import?what={what}" in shown) == (path, bool(what))
        for word in ("/act/", "/import"):
            assert (path, word in public.get(path).text) == (path, False)
