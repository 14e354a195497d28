"""Every benchmark in turn, each in a process of its own: the tables of docs/performance.md."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each bench_*.py; one that fails does not keep the others from running."""
    names = sorted(place.stem for place in Path(__file__).parent.glob("bench_*.py"))
    failed = 0
    for name in names:
        print(f"\n## {name.removeprefix('bench_')}\n", flush=True)
        failed |= subprocess.run(
            [sys.executable, "-m", f"tests.bench.{name}"], check=False
        ).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
