"""The command as a person types it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).with_name("comity")
PATIENCE = 120


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as a program reads it: one JSON value on stdout and nothing else."""
        return json.loads(self.out)


def comity(*words: str | Path, stdin: bytes = b"", **environment: str) -> Said:
    """Run one command to its end; whatever it says, it never says it as a traceback."""
    done = subprocess.run(
        [str(PROGRAM), *map(str, words)],
        input=stdin,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env=os.environ | environment,
    )
    out, err = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
    assert "Traceback" not in out + err, err[-3000:]
    return Said(done.returncode, out, err)
