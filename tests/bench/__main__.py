"""Every benchmark in turn, each in a process of its own: the tables of docs/performance.md."""

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path


def machine() -> str:
    """Say where and when this is measured, and how busy the machine is: a figure without that means nothing."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    now = datetime.now(UTC)
    return (
        f"Measured on {now.day} {now:%B %Y at %H:%M} UTC on {os.cpu_count()} {platform.machine()} cores and"
        f" {memory:.0f} GiB, {platform.system()} {platform.release()}, Python {platform.python_version()};"
        f" load {os.getloadavg()[0]:.1f} before the first table."
    )


def main() -> int:
    """Run each bench_*.py; one that fails does not keep the others from running."""
    print(machine(), flush=True)
    names = sorted(place.stem for place in Path(__file__).parent.glob("bench_*.py"))
    failed = 0
    for name in names:
        print(
            f"\n## {name.removeprefix('bench_').title()} (load {os.getloadavg()[0]:.1f})\n",
            flush=True,
        )
        failed |= subprocess.run(
            [sys.executable, "-m", f"tests.bench.{name}"], check=False
        ).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
