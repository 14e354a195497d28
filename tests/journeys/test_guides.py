"""The guides for people: each says what stands on the pages it leads to, and its pictures are of them."""

import base64
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.accounts.test_sign_in import link_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.conftest import Open
from tests.journeys.steps import walk_in_unseen

DOCS = Path("docs")
GUIDES = ("chairs-evening", "first-week")
OFFICER = "officer"
"""Who has a programme of their own, and no role of the demonstration."""
LARGEST = 80_000
QUALITY = 55
STEP = re.compile(
    r"^## (?P<title>.+?)\n\n<!-- (?P<role>[a-z-]+) (?P<path>/\S*) -->\n!\[[^\]]+\]\((?P<picture>[^)]+)\)\n\n"
    r"(?P<says>.+?)(?=\n## |\Z)",
    flags=re.MULTILINE | re.DOTALL,
)
QUOTED = re.compile(r"(?<![*\w])\*([^*\n][^*]*)\*(?![*\w])")


@dataclass(frozen=True)
class Step:
    """One step of a guide: who looks at which page, and the words it says stand there."""

    guide: str
    title: str
    role: str
    path: str
    picture: Path
    quoted: tuple[str, ...]


def steps() -> list[Step]:
    """Read all steps of all guides."""
    found = []
    for guide in GUIDES:
        for match in STEP.finditer((DOCS / f"{guide}.md").read_text("utf-8")):
            quoted = tuple(" ".join(each.split()) for each in QUOTED.findall(match["says"]))
            picture = DOCS / match["picture"]
            found.append(Step(guide, match["title"], match["role"], match["path"], picture, quoted))
    return found


STEPS = steps()
Begun = tuple[str, Callable[[], str]]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """The address of a programme that began a minute ago, and what makes a link for its officer."""
    built = tmp_path_factory.mktemp("begun") / "talks"
    officer = str(init(built, "--json").json["person"])
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (own, data):
        yield own, lambda: link_of(comity("link", "--data", data, "--person", officer).out)


def test_every_step_is_read_and_has_its_picture() -> None:
    for guide in GUIDES:
        headings = re.findall(r"^## \d+\. ", (DOCS / f"{guide}.md").read_text("utf-8"), flags=re.M)
        mine = [step for step in STEPS if step.guide == guide]
        assert len(mine) == len(headings) >= 5
        for step in mine:
            assert step.quoted, step.title
            assert 0 < step.picture.stat().st_size <= LARGEST, step.picture


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.picture.stem)
def test_what_a_guide_quotes_stands_on_the_page(
    site: str, begun: Begun, window: Open, step: Step
) -> None:
    if step.role == OFFICER:
        own, link = begun
        page = window(own, width=1000)
        _sign_in(page, link())
    else:
        page = window(site, width=1000)
        walk_in_unseen(page, step.role)
    answer = page.goto(step.path)
    assert answer is not None
    assert answer.status == 200
    said = " ".join(page.locator("body").inner_text().split()).casefold()
    missing = [each for each in step.quoted if each.casefold() not in said]
    assert missing == []
    if "COMITY_PICTURES" in os.environ:
        step.picture.parent.mkdir(exist_ok=True)
        step.picture.write_bytes(_photograph(page))


def test_the_commands_of_the_first_week_do_what_it_says(tmp_path: Path) -> None:
    lines = re.findall(r"^comity .+$", (DOCS / "first-week.md").read_text("utf-8"), flags=re.M)
    assert init(tmp_path / "talks").code == 0
    said = []
    for line in lines:
        words = [str(tmp_path / w) if w in ("talks", "friday.zip") else w for w in line.split()]
        said.append(comity(*words[1:]))
    assert [each.code for each in said[:2]] == [0, 0]
    assert "friday.zip" in said[0].out
    assert said[2].out.strip().splitlines()[-1].endswith(".")
    assert len(said) == 3


def _sign_in(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/desk$"))


def _photograph(page: Page) -> bytes:
    """Take what the window shows, small enough for a poor line."""
    camera = page.context.new_cdp_session(page)
    taken = camera.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(taken["data"])
