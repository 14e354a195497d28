"""`comity text …` as its manual alone describes it, held against a second and slower reading of that manual."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.contracts.command import Said, comity
from tests.contracts.text_model import Spans, outcome, reads, some_spans

PARAGRAPHS = 400
"""How many random paragraphs one command is asked: each is a case of its own."""
ROUNDS = range(5)

Base = dict[str, list[str]]
Tabled = dict[str, dict[str, Spans]]
"""Proposal to paragraph to what it would change there."""


def asked(folder: Path, **what: Any) -> Path:
    place = folder / "asked.json"
    place.write_text(json.dumps(what))
    return place


def answered(said: Said) -> Any:
    assert (said.code, said.err) == (0, ""), said
    return said.json


def random_case(random: Random, names: str) -> tuple[Base, Tabled]:
    """Make paragraphs of which every word is another, and proposals that now and then agree."""
    fresh: Iterator[str] = (f"new{n}" for n in count())
    base = {
        f"p{n}": [f"w{n}x{at}" for at in range(random.randrange(1, 14))] for n in range(PARAGRAPHS)
    }
    tabled: Tabled = {name: {} for name in names}
    for key, words in base.items():
        spans = {name: some_spans(random, len(words), fresh) for name in names}
        if random.random() < 0.4:
            spans = agreeing(random, spans)
        for name in names:
            # An emptied paragraph is one that has gone, which is asked for in another way.
            tabled[name][key] = spans[name] if reads(words, spans[name]) else ()
    return base, tabled


def agreeing(random: Random, spans: dict[str, Spans]) -> dict[str, Spans]:
    """Let proposals ask for what others ask for, too."""
    every = sorted({span for ones in spans.values() for span in ones})
    found = {}
    for name in spans:
        mine, at = [], -1
        for span in every:
            if random.random() < 0.7 and span.start > at:
                mine.append(span)
                at = span.end
        found[name] = tuple(mine)
    return found


def listed(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": key, "text": text} for key, text in texts.items()]


def as_json(base: Base, tabled: Tabled, names: str) -> list[dict[str, Any]]:
    return [
        {
            "id": name,
            "by": name.upper(),
            "edited": [
                {"id": key, "text": reads(words, tabled[name][key])}
                for key, words in base.items()
                if tabled[name][key]
            ],
            "deleted": [],
        }
        for name in names
    ]


def texts_of(found: dict[str, Any]) -> dict[str, str]:
    return {each["id"]: each["text"] for each in found["paragraphs"]}


# comity text merge


@pytest.mark.parametrize("seed", ROUNDS)
def test_a_merge_is_what_looking_at_each_pair_of_changes_gives(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    names = random.choice(("ab", "abc", "abcd"))
    base, tabled = random_case(random, names)
    what = {"base": listed({key: " ".join(words) for key, words in base.items()})}
    what["proposals"] = as_json(base, tabled, names)
    found = answered(comity("text", "merge", asked(tmp_path, **what, accept="all")))
    collisions, left = [], []
    for key, words in base.items():
        spans = {name: tabled[name][key] for name in names}
        want = outcome(words, spans)
        assert texts_of(found)[key] == want.text
        for start, end, sides in want.collisions:
            alternatives = [{"proposal": name, "text": reads(words, spans[name])} for name in sides]
            place = {"paragraph": key, "from": start, "to": end}
            collisions.append({**place, "proposals": [*sides], "alternatives": alternatives})
        left += [(name, key, span) for name, ones in want.left.items() for span in ones]
    assert found["collisions"] == collisions
    assert sorted(
        (one["proposal"], each["paragraph"], each["from"], each["to"], tuple(each["text"].split()))
        for one in found["partly"]
        for each in one["left"]
    ) == sorted((name, key, span.start, span.end, span.words) for name, key, span in left)
    contested = {name for name, _, _ in left}
    assert {one["proposal"] for one in found["partly"]} == contested
    assert found["applied"] == [name for name in names if name not in contested]


def test_the_order_of_acceptance_changes_nothing_and_that_of_tabling_only_where_words_stack(
    tmp_path: Path,
) -> None:
    random = Random(7)
    base, tabled = random_case(random, "abcd")
    for key in base:
        taken: set[int] = set()
        for name in "abcd":
            spans = [span for span in tabled[name][key] if span.start not in taken]
            tabled[name][key] = tuple(spans)
            taken |= {span.start for span in spans}
    texts = listed({key: " ".join(words) for key, words in base.items()})
    answers = []
    for order in ("abcd", "dcba", "cadb"):
        proposals = as_json(base, tabled, order)
        for accept in ("all", list("abcd"), list("bdca")):
            place = asked(tmp_path, base=texts, proposals=proposals, accept=accept)
            found = answered(comity("text", "merge", place))
            found["applied"].sort()
            answers.append(found)
    assert answers == [answers[0]] * 9


def test_only_what_is_accepted_counts(tmp_path: Path) -> None:
    base, tabled = random_case(Random(11), "abc")
    texts = listed({key: " ".join(words) for key, words in base.items()})
    some = asked(tmp_path, base=texts, proposals=as_json(base, tabled, "abc"), accept=["c", "a"])
    two = answered(comity("text", "merge", some))
    alone = asked(tmp_path, base=texts, proposals=as_json(base, tabled, "ac"), accept="all")
    assert two == answered(comity("text", "merge", alone))


def test_new_paragraphs_at_one_place_stand_in_the_order_of_tabling(tmp_path: Path) -> None:
    base = listed({"p1": "One.", "p2": "Two."})
    names = "cab"
    proposals = [
        {
            "id": name,
            "by": name,
            "edited": [
                {"after": "p1", "text": f"{name}."},
                {"after": None, "text": f"{name} top."},
            ],
            "deleted": ["p1"],
        }
        for name in names
    ]
    found = answered(
        comity("text", "merge", asked(tmp_path, base=base, proposals=proposals, accept=list("abc")))
    )
    assert [each["text"] for each in found["paragraphs"]] == [
        *("c top.", "a top.", "b top."),
        *("c.", "a.", "b."),
        "Two.",
    ]
    assert (found["collisions"], found["partly"]) == ([], [])
    assert found["applied"] == ["a", "b", "c"]


def test_a_paragraph_struck_by_one_and_worded_by_another_is_contested_whole(tmp_path: Path) -> None:
    base = listed({"p1": "States shall report."})
    proposals = [
        {"id": "a", "by": "A", "edited": [], "deleted": ["p1"]},
        {"id": "b", "by": "B", "edited": [{"id": "p1", "text": "States should report."}]},
    ]
    found = answered(
        comity("text", "merge", asked(tmp_path, base=base, proposals=proposals, accept="all"))
    )
    assert found["paragraphs"] == base
    (collision,) = found["collisions"]
    assert (collision["from"], collision["to"], collision["proposals"]) == (0, 4, ["a", "b"])
    assert collision["alternatives"] == [
        {"proposal": "a", "text": ""},
        {"proposal": "b", "text": "States should report."},
    ]


# comity text rebase


@pytest.mark.parametrize("seed", ROUNDS)
def test_rebase_then_merge_is_merging_both(seed: int, tmp_path: Path) -> None:
    base, tabled = random_case(Random(100 + seed), "qp")
    old = listed({key: " ".join(words) for key, words in base.items()})
    new = listed({key: reads(words, tabled["q"][key]) for key, words in base.items()})
    (mine,) = as_json(base, tabled, "p")
    place = asked(tmp_path, base=old, new_base=new, proposals=[mine])
    (carried,) = answered(comity("text", "rebase", place))["proposals"]
    assert (carried["id"], carried["status"]) == ("p", "conflict")
    conflicts = {each["paragraph"] for each in carried["conflicts"]}
    again = {"id": "p", "by": "P", "edited": carried["edited"], "deleted": carried["deleted"]}
    after = answered(
        comity("text", "merge", asked(tmp_path, base=new, proposals=[again], accept="all"))
    )
    assert (after["applied"], after["collisions"], after["partly"]) == (["p"], [], [])
    for key, words in base.items():
        want = outcome(words, {name: tabled[name][key] for name in "qp"})
        assert (key in conflicts) == bool(want.collisions), key
        if not want.collisions:
            assert texts_of(after)[key] == want.text


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("States shall report annually.", "unchanged"),
        ("All States shall report annually.", "adjusted"),
        ("States may report annually.", "conflict"),
    ],
)
def test_a_carried_proposal_says_what_became_of_it(now: str, status: str, tmp_path: Path) -> None:
    mine = {
        "id": "a",
        "by": "A",
        "edited": [{"id": "p1", "text": "States should report annually."}],
    }
    base, new = ([{"id": "p1", "text": text}] for text in ("States shall report annually.", now))
    place = asked(tmp_path, base=base, new_base=new, proposals=[mine])
    (found,) = answered(comity("text", "rebase", place))["proposals"]
    assert (found["id"], found["status"]) == ("a", status)
    assert bool(found["conflicts"]) is (status == "conflict")


# comity text compare


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_both_versions_come_back_out_of_a_comparison(suffix: str, tmp_path: Path) -> None:
    random = Random(3)
    base, tabled = random_case(random, "a")
    old = [" ".join(words) for words in base.values()]
    new = [reads(words, tabled["a"][key]) for key, words in base.items() if random.random() < 0.9]
    for _ in range(12):
        new.insert(random.randrange(len(new)), new.pop(random.randrange(len(new))))
        new.insert(random.randrange(len(new)), f"quite new paragraph {random.random()}")
    places = [tmp_path / f"{name}{suffix}" for name in ("old", "new")]
    for place, texts in zip(places, (old, new), strict=True):
        place.write_text("\n\n".join(texts) + "\n")
    found = answered(comity("text", "compare", *places, "--json"))
    rows = found["paragraphs"]
    assert {row["old"]: row["old_text"] for row in rows if row["old"] is not None} == dict(
        enumerate(old)
    )
    assert {row["new"]: row["new_text"] for row in rows if row["new"] is not None} == dict(
        enumerate(new)
    )
    assert {row["status"] for row in rows} == {"same", "changed", "moved", "inserted", "deleted"}
    for row in rows:
        if row["old"] is not None and row["new"] is not None:
            words = row["old_text"].split()
            for each in reversed(row["operations"]):
                words[each["from"] : each["to"]] = each["text"].split()
            assert words == row["new_text"].split()


# comity text write, comity text read


def test_what_is_written_is_read_back_unchanged(tmp_path: Path) -> None:
    base, tabled = random_case(Random(5), "a")
    texts = {key: " ".join(words) for key, words in base.items()}
    (mine,) = as_json(base, tabled, "a")
    mine["at"] = "2026-03-01T10:00:00Z"
    place, out = asked(tmp_path, base=listed(texts), proposals=[mine]), tmp_path / "out.docx"
    assert comity("text", "write", place, out).code == 0
    found = answered(comity("text", "read", out, "--json"))
    assert [each["text"] for each in found["paragraphs"]] == [*texts.values()]
    (proposal,) = found["proposals"]
    numbers = {key: f"p{n}" for n, key in enumerate(texts, 1)}
    assert (proposal["by"], proposal["at"], proposal["deleted"]) == ("A", mine["at"], [])
    assert [(each["id"], each["text"]) for each in proposal["edited"]] == [
        (numbers[each["id"]], each["text"]) for each in mine["edited"]
    ]
    assert (found["comments"], found["unread"]) == ([], [])
    accepted = [reads(words, tabled["a"][key]) for key, words in base.items()]
    for flag, want in (("--accept", accepted), ("--reject", [*texts.values()])):
        assert comity("text", "read", out, flag).out.splitlines() == want


@pytest.mark.parametrize("form", ["--rolling", "--comparison", "--clean"])
def test_each_form_of_file_ends_in_the_merged_words(form: str, tmp_path: Path) -> None:
    base, tabled = random_case(Random(6), "ab")
    for key, words in base.items():
        if outcome(words, {name: tabled[name][key] for name in "ab"}).collisions:
            tabled["b"][key] = ()
    what = {
        "base": listed({key: " ".join(words) for key, words in base.items()}),
        "proposals": as_json(base, tabled, "ab"),
        "accept": "all",
    }
    place, out = asked(tmp_path, **what), tmp_path / "out.docx"
    merged = answered(comity("text", "merge", place))
    assert comity("text", "write", place, out, form).code == 0
    accepted = comity("text", "read", out, "--accept", "--json").json["paragraphs"]
    rejected = comity("text", "read", out, "--reject", "--json").json["paragraphs"]
    assert accepted == [each["text"] for each in merged["paragraphs"]]
    assert rejected == (accepted if form == "--clean" else [each["text"] for each in what["base"]])
    first = out.read_bytes()
    assert comity("text", "write", place, out, form).code == 0
    assert out.read_bytes() == first
