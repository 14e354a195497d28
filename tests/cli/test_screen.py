"""What a pipe reads of long work."""

import pytest

from comity.cli.screen import progress


def test_in_a_pipe_progress_is_a_line_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Loading") as step:
        for done in range(21):
            step(done, 20)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"Loading: {done} of 20" for done in range(0, 21, 2)]


def test_progress_goes_to_stderr_so_that_a_result_can_be_piped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress("Loading") as step:
        step(1, 1)
    assert capsys.readouterr().out == ""
