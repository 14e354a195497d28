"""From files to acts: nothing is guessed, and what cannot be meant is told with its place."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programmes.moments import Unreadable
from programmes.reader import Enclosure, Step, roles, steps
from tests.programmes.scripts import MOMENTS

NOW = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
ROLES = '[roles.chair]\nperson = "a1"\nparty = "harbour"\n[others.archivist]\nperson = "b2"\nparty = "archive"\n'

EARLIEST, LATEST = datetime.fromisoformat("2022-01-01"), datetime.fromisoformat("2090-01-01")


def written(folder: Path, text: str) -> Path:
    for name in ("eastwest", "cables"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "roles.toml").write_text("")
    (folder / "cables" / "roles.toml").write_text(ROLES)
    (folder / "cables" / "01-first.toml").write_text(text)
    return folder


def test_a_cycle_has_the_year_of_the_moment_in_it_on_whichever_day_its_acts_are_received(
    tmp_path: Path,
) -> None:
    act = '[[act]]\nby = "chair"\nkind = "k/1"\ncycle = "Summer {13 weeks before, Monday}"\n'
    acts = f'{act}at = "1 week before, Monday 09:00"\n{act}at = "10 minutes before"\n'
    told = steps(datetime(2027, 1, 2, tzinfo=UTC), folder=written(tmp_path, acts))
    assert [each.envelope["cycle"] for each in told] == ["Summer 2026", "Summer 2026"]


def test_an_act_takes_what_its_file_says_for_all(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [clock]
        begins = "1 week before, Monday 09:00"
        every = "5 minutes"
        [defaults]
        kind = "k/1"
        by = "chair"
        source = "a book"
        [[act]]
        id = "one"
        [[act]]
        id = "two"
        source = ""
        by = "archivist"
        """,
    )
    assert steps(NOW, folder=folder) == [
        Step(
            at=datetime(2026, 11, 16, 9, 0, tzinfo=UTC),
            person="a1",
            envelope={"kind": "k/1", "on_behalf_of": "harbour", "source": "a book", "id": "one"},
            where="cables/01-first.toml, act 1 (one)",
        ),
        Step(
            at=datetime(2026, 11, 16, 9, 5, tzinfo=UTC),
            person="b2",
            envelope={"kind": "k/1", "on_behalf_of": "archive", "id": "two"},
            where="cables/01-first.toml, act 2 (two)",
        ),
    ]


def test_moments_become_days_instants_and_deadlines(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [[act]]
        at = "now"
        kind = "k/1"
        by = "chair"
        deadline = "in 45 minutes"
        by_when = "in 6 days"
        start = "1 week before, Monday 09:00"
        end = "1 week before, Tuesday"
        on = "paragraph/p7"
        effective = "2017-11"
        """,
    )
    [step] = steps(NOW, folder=folder)
    assert step.envelope == {
        "kind": "k/1",
        "on_behalf_of": "harbour",
        "deadline": "2026-11-23T22:45:00+00:00[Atlantic/Reykjavik]",
        "by_when": "2026-11-29",
        "start": "2026-11-16T09:00:00Z",
        "end": "2026-11-17",
        "on": "paragraph/p7",
        "effective": "2017-11",
    }


def test_a_label_means_the_number_of_its_act(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [defaults]
        kind = "k/1"
        by = "chair"
        [[act]]
        at = "3 hours before"
        [[act]]
        at = "2 hours before"
        label = "the typo"
        [[act]]
        at = "1 hour before"
        act = "the typo"
        """,
    )
    assert steps(NOW, folder=folder)[2].envelope["act"] == 1


def test_a_file_beside_is_enclosed(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        '[[act]]\nat = "now"\nkind = "k/1"\nby = "chair"\nfile_from = "paper.txt"\n',
    )
    (folder / "cables" / "paper.txt").write_bytes("Grüße\n".encode())
    [step] = steps(NOW, folder=folder)
    assert step.enclosure == Enclosure(content="Grüße\n".encode(), media_type="text/plain")
    assert "file_from" not in step.envelope


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[act]]\nkind = "k/1"\nby = "chair"\n', "has no time"),
        ('[[act]]\nat = "soon"\nkind = "k/1"\nby = "chair"\n', "no moment"),
        ('[[act]]\nat = "in 2 hours"\nkind = "k/1"\nby = "chair"\n', "after the moment of loading"),
        ('[[act]]\nat = "now"\nkind = "k/1"\nby = "nobody"\n', "nobody"),
        ('[[act]]\nat = "now"\nby = "chair"\n', "kind"),
        ('[[act]]\nat = "now"\nkind = "k/1"\nby = "chair"\nact = "what"\n', "'what'"),
        ('[acts]\nat = "now"\n', "'acts' is not known"),
        (
            '[defaults]\nkind = "k/1"\nby = "chair"\n[[act]]\nat = "now"\n[[act]]\nat = "1 hour before"\n',
            "before the act above it",
        ),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Unreadable) as told:
        steps(NOW, folder=written(tmp_path, text))
    assert "01-first.toml" in str(told.value)
    assert said in str(told.value)


def test_a_role_is_given_once(tmp_path: Path) -> None:
    folder = written(tmp_path, "")
    (folder / "eastwest" / "roles.toml").write_text(ROLES)
    with pytest.raises(Unreadable):
        roles(folder=folder)


def test_visitors_may_walk_in_as_these() -> None:
    assert {name for name, role in roles().items() if role.is_offered} == {
        "secretariat",
        "chair",
        "arvenia",
        "meridonia",
        "aldmoor",
        "tarn",
        "company",
        "civil-society",
        "volunteer",
        "contact-officer",
        "observer",
    }


def shape(script: list[Step]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(step.where, step.person, tuple(step.envelope)) for step in script]


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_times_never_decrease_and_end_at_the_moment_of_loading(now: datetime) -> None:
    times = [step.at for step in steps(now)]
    assert times == sorted(times)
    assert times[-1] <= now
    assert (now - times[-1]).total_seconds() < 3600


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_every_moment_gives_the_same_acts_in_the_same_order(now: datetime) -> None:
    assert shape(steps(now)) == shape(steps(NOW))


@pytest.mark.slow
@settings(max_examples=20)
@given(st.datetimes(min_value=EARLIEST, max_value=LATEST, timezones=st.just(UTC)))
def test_any_moment_can_be_the_moment_of_loading(now: datetime) -> None:
    assert shape(steps(now)) == shape(steps(NOW))


def test_the_same_moment_gives_the_same_script() -> None:
    assert steps(NOW) == steps(NOW)
