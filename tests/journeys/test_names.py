"""No template asks for a name that nobody gives it: what is misspelt would be written as nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_no_page_of_the_demonstration_asks_for_a_name_that_is_unknown(
    demonstration: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(demonstration, tmp_path / "data")
    given = {"COMITY_DATA": str(data), "COMITY_LOOPBACK": "yes"}
    roles = ["public", "secretariat", "chair", "meridonia", "contact-officer"]
    walked = subprocess.run(
        [sys.executable, "-m", "tests.journeys.strict", *roles],
        env={**os.environ, **given, "DJANGO_SETTINGS_MODULE": "comity.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert walked.stdout.splitlines() == []
