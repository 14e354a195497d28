"""How long until there is something to read: `comity --help`, and the server's first answer. Second starts."""

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from tests.journeys.house import free_port

COMITY = (str(Path(sys.executable).with_name("comity")),)
TIMES = 5


def help_seconds() -> float:
    """Return how long the table of contents takes."""
    begun = time.perf_counter()
    subprocess.run([*COMITY, "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def answer_seconds(data: Path) -> float:
    """Return how long a server takes from its start to its first answer with a page."""
    port = free_port()
    begun = time.perf_counter()
    server = subprocess.Popen(
        [*COMITY, "serve", "--data", str(data), "--port", str(port)], stdout=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                with urllib.request.urlopen(f"http://localhost:{port}/", timeout=5) as answer:
                    answer.read()
                return time.perf_counter() - begun
            except urllib.error.HTTPError as error:
                raise SystemExit(f"the server stumbled: {error}") from error
            except urllib.error.URLError:
                time.sleep(0.01)
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "demo"
        subprocess.run(
            [*COMITY, "demo", "--no-serve", "--data", str(data)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        help_seconds()
        answer_seconds(data)
        helps = [help_seconds() for _ in range(TIMES)]
        answers = [answer_seconds(data) for _ in range(TIMES)]
    print("| what | bar | median | slowest |")
    print("|---|---|---|---|")
    print(f"| `comity --help`, second start | 0.3 s | {median(helps):.2f} s | {max(helps):.2f} s |")
    print(
        f"| server to its first page, second start | 2 s | {median(answers):.2f} s | {max(answers):.2f} s |"
    )


if __name__ == "__main__":
    main()
