"""How fast the text engine is: in memory, and as a whole process. Seconds on the clock, and of the processor."""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

from comity.texts import Edited, Paragraph, Proposal, Version, compare, merge, rebase

COMITY = str(Path(sys.executable).with_name("comity"))
WORDS = [
    "the",
    "States",
    "shall",
    "report",
    "annually",
    "to",
    "Conference",
    "and",
    "co-operate",
    "in",
    "good",
    "faith",
    "bearing",
    "mind",
    "paragraphs",
    "seven",
    "nine",
    "above",
    "any",
    "incident",
    "affecting",
    "critical",
    "infrastructure",
    "within",
    "hours",
    "without",
    "undue",
    "delay",
    "mutual",
    "assistance",
    "points",
]
CHANCE = random.Random(2026)


def sentence() -> str:
    """Return a sentence of 10 to 24 words."""
    return (
        " ".join(CHANCE.choice(WORDS) for _ in range(CHANCE.randrange(10, 25))).capitalize() + "."
    )


def text(size: int) -> list[str]:
    """Return paragraphs of about so many characters together."""
    found: list[str] = []
    while size > 0:
        found.append(" ".join(sentence() for _ in range(CHANCE.randrange(2, 6))))
        size -= len(found[-1])
    return found


def rewritten(paragraph: str, times: int = 3) -> str:
    """Return a paragraph with other words here and there."""
    words = paragraph.split(" ")
    for _ in range(times):
        words[CHANCE.randrange(len(words))] = CHANCE.choice(WORDS)
    return " ".join(words)


def turned(paragraphs: list[str], *, changes: int) -> list[str]:
    """Return a version with so many moves, and as many rewrites of a third of a paragraph."""
    found = list(paragraphs)
    for _ in range(changes):
        found.insert(CHANCE.randrange(len(found)), found.pop(CHANCE.randrange(len(found))))
        at = CHANCE.randrange(len(found))
        found[at] = rewritten(found[at], found[at].count(" ") // 3)
    return found


def proposals(base: Version, count: int) -> list[Proposal]:
    """Return proposals to change one paragraph each."""
    return [
        Proposal(f"a{n}", "Arvenia", (Edited(one.id, rewritten(one.text)),))
        for n, one in enumerate(CHANCE.sample(base.paragraphs, count))
    ]


def row(what: str, bar: str, do: Callable[[], Any]) -> None:
    """Do it, and print a line of the table."""
    clock, used = time.perf_counter(), time.process_time()
    do()
    print(
        f"| {what} | {bar} | {time.perf_counter() - clock:.2f} s | {time.process_time() - used:.2f} s |"
    )


def process(what: str, bar: str, *arguments: str) -> None:
    """Run a whole process, and print a line of the table."""
    clock, used = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    subprocess.run([COMITY, "text", *arguments], check=True, stdout=subprocess.DEVNULL)
    done = getrusage(RUSAGE_CHILDREN)
    cpu = done.ru_utime + done.ru_stime - used.ru_utime - used.ru_stime
    print(f"| {what}, whole process | {bar} | {time.perf_counter() - clock:.2f} s | {cpu:.2f} s |")


def said(version: Version) -> list[dict[str, str]]:
    """Return a version as merge and rebase are given it."""
    return [{"id": each.id, "text": each.text} for each in version.paragraphs]


def main() -> None:
    """Print the table."""
    paragraphs = text(300_000)
    base = Version(tuple(Paragraph(f"p{n}", each) for n, each in enumerate(paragraphs)))
    tabled, first = proposals(base, 200), proposals(base, 50)
    new_base = merge(base, proposals=first).version
    other, long = turned(paragraphs, changes=200), text(3_000_000)
    longer = turned(long, changes=2000)
    print("| what | bar | measured | processor |")
    print("|---|---|---|---|")
    row("200 proposals into 300 kB", "0.3 s", lambda: merge(base, proposals=tabled))
    fresh = proposals(base, 200)
    row(
        "rebase of 200 proposals over 50 changed paragraphs",
        "0.5 s",
        lambda: rebase(base, new_base=new_base, proposals=fresh),
    )
    row("compare 300 kB, 200 moves and 200 rewrites", "1 s", lambda: compare(paragraphs, other))
    row("compare 3 MB, 2,000 moves and 2,000 rewrites", "15 s", lambda: compare(long, longer))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        asked = folder / "asked.json"
        listed = [
            {"id": each.id, "edited": [{"id": one.id, "text": one.text} for one in each.edited]}
            for each in tabled
        ]
        asked.write_text(json.dumps({"base": said(base), "proposals": listed, "accept": "all"}))
        process("200 proposals into 300 kB", "1 s", "merge", str(asked))
        moved = {"base": said(base), "new_base": said(new_base), "proposals": listed}
        asked.write_text(json.dumps(moved))
        process("rebase of 200 proposals", "-", "rebase", str(asked))
        (folder / "old.txt").write_text("\n\n".join(paragraphs))
        (folder / "new.txt").write_text("\n\n".join(other))
        process("compare 300 kB", "-", "compare", str(folder / "old.txt"), str(folder / "new.txt"))


if __name__ == "__main__":
    main()
