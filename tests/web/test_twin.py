"""What JSON says of a reading."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from comity.core.erased import ERASED
from comity.core.text import Paragraph, Stance
from comity.core.when import Deadline, When
from comity.desk.cells import Erased, Sealed, Value
from comity.desk.seen import Deed, Seen
from comity.web.twin import twin

AT = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Page:
    title: Value | Sealed | Erased
    rows: tuple[object, ...] = ()


def _seen(**told: object) -> Seen[Paragraph]:
    given: dict[str, object] = {
        "id": "cables-7",
        "type": "paragraph",
        "act": 12,
        "at": AT,
        "is_recorded": False,
    }
    return Seen(**{**given, **told})  # type: ignore[arg-type]


def _deed(**told: object) -> Deed:
    given: dict[str, object] = {
        "index": 12,
        "at": AT,
        "kind": "reframe.take-position/1",
        "by": Sealed("person"),
        "on_behalf_of": Value("arvenia"),
        "concerns": Value(""),
        "effective": Value(None),
        "source": Value(""),
        "fields": {},
        "is_recorded": False,
        "scope": "",
        "body": Value(""),
    }
    return Deed(**{**given, **told})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (Value("two hours"), "two hours"),
        (Value(None), None),
        (Value(("arvenia", "tarn")), ["arvenia", "tarn"]),
        (Value(Stance.OPPOSE), "oppose"),
        (Value(When("2017-11")), "2017-11"),
        (Value(ERASED), {"erased": True}),
        (Sealed("party"), {"sealed": True}),
        (Erased("words"), {"erased": True}),
        (
            Deadline("2026-11-27T18:00:00+00:00[Atlantic/Reykjavik]"),
            "2026-11-27T18:00:00+00:00[Atlantic/Reykjavik]",
        ),
        (AT, "2026-11-23T18:00:00Z"),
        ({"a": (True, 3)}, {"a": [True, 3]}),
    ],
)
def test_each_cell_is_written_as_what_it_is(said: object, written: object) -> None:
    assert twin(said) == written


def test_a_page_is_written_field_by_field() -> None:
    page = Page(title=Sealed("words"), rows=(Value(1), Erased("words")))
    assert twin(page) == {"title": {"sealed": True}, "rows": [1, {"erased": True}]}


def test_a_thing_tells_its_act_before_its_fields() -> None:
    assert twin(_seen(cells={"id": Value("cables-7"), "words": Value("Two hours.")})) == {
        "id": "cables-7",
        "type": "paragraph",
        "act": 12,
        "at": "2026-11-23T18:00:00Z",
        "recorded": False,
        "words": "Two hours.",
    }


def test_what_is_only_recorded_says_so_with_its_source() -> None:
    told = twin(_seen(is_recorded=True, source=Value("a report"), effective=Value(When("2017-11"))))
    assert (told["recorded"], told["source"], told["effective"]) == (True, "a report", "2017-11")


def test_a_recorded_act_also_says_whom_it_concerns() -> None:
    told = twin(_deed(is_recorded=True, concerns=Value("arvenia"), effective=Value(When("2017"))))
    assert (told["recorded"], told["concerns"], told["effective"]) == (True, "arvenia", "2017")


def test_an_act_keeps_who_did_it_sealed() -> None:
    assert twin(_deed())["by"] == {"sealed": True}


def test_what_no_reading_may_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="no reading holds a float"):
        twin({"ratio": 0.5})


def test_every_twin_is_json() -> None:
    page = Page(title=Value("two hours"), rows=(_seen(), _deed(), AT))
    assert json.loads(json.dumps(twin(page))) == twin(page)
