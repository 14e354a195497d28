from xml.etree import ElementTree as ET

import numpy as np

from comity.converge import chart, converge, picture
from comity.converge.chart import Axis, Chart
from tests.converge.simulated import camps, room

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> tuple[Chart, str]:
    found = room(camps((-1.0,), (1.0,), each=120, width=0.4, seed=1), seed=2)
    seen = converge(found, drawn=8)
    assert seen.model is not None
    shown = chart(found, seen.model.said, groups=seen.groups)
    return shown, picture(shown, reason=seen.findings["groups"]["reason"])


def test_a_picture_says_in_words_what_it_shows() -> None:
    shown, svg = drawn()
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "Where 240 people stand"
    words = root.findtext(f"{SVG}desc") or ""
    assert "People right agree with" in words
    assert "2 groups: a gap parts them" in words
    assert words.count("stand well left") == 1
    assert root.get("aria-labelledby") == "title desc"
    assert len(shown.place) == 240


def test_camps_lie_on_either_side_and_have_a_colour_each() -> None:
    shown, svg = drawn()
    sides = [float(np.median(shown.place[shown.group == at, 0])) for at in (0, 1)]
    assert min(sides) < -0.5 < 0.5 < max(sides)
    kinds = {each.get("class") for each in ET.fromstring(svg).iter(f"{SVG}rect")}
    assert {"g0", "g1"} <= kinds


def test_what_a_statement_is_called_cannot_end_the_picture() -> None:
    axis = Axis(("</svg><script>",), ())
    shown = Chart(np.zeros((1, 2)), np.array([-1], dtype=np.int32), 0, axis, axis)
    ET.fromstring(picture(shown, reason="a < b"))
    assert "<script>" not in picture(shown, reason="a < b")
