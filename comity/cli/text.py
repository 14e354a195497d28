"""Compare, merge, rebase, read and write negotiated texts; no programme and no database is needed.

comity text compare OLD NEW             .docx, .md, .txt
comity text merge FILE.json             base, proposals, accept
comity text rebase FILE.json            base, new_base, proposals
comity text read FILE.docx [--accept|--reject]
comity text write FILE.json OUT.docx [--rolling|--comparison|--clean]
"""

import argparse
import json
from pathlib import Path
from typing import Any

from comity.cli.screen import FINE, Stop, show
from comity.cli.text_words import comparison_words, reading_words
from comity.texts import Unreadable, compare, merge, read_asked, read_docx, rebase, write_docx
from comity.texts import json_out as said
from comity.texts.plain import read_markdown, read_plain

LARGEST = 256 << 20
"""Bytes of a file that is opened at all."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what to do, and with which files."""
    does = parser.add_subparsers(
        dest="does", metavar="compare|merge|rebase|read|write", required=True
    )
    one = _sub(does, "compare", "show what became of every paragraph and word")
    one.add_argument("old", type=Path, metavar="OLD")
    one.add_argument("new", type=Path, metavar="NEW")
    one = _sub(does, "merge", "consolidate proposals into one text")
    one.add_argument("file", type=Path, metavar="FILE.json")
    one = _sub(does, "rebase", "carry proposals to a new version")
    one.add_argument("file", type=Path, metavar="FILE.json")
    one = _sub(does, "read", "read tracked changes as proposals")
    one.add_argument("file", type=Path, metavar="FILE.docx")
    which = one.add_mutually_exclusive_group()
    which.add_argument("--accept", action="store_true", help="print the text with all accepted")
    which.add_argument("--reject", action="store_true", help="print the text with all rejected")
    one = _sub(does, "write", "write a text with its proposals as tracked changes")
    one.add_argument("file", type=Path, metavar="FILE.json")
    one.add_argument("out", type=Path, metavar="OUT.docx")
    which = one.add_mutually_exclusive_group()
    for form, words in (
        ("rolling", "every proposal in its author's name (unless said otherwise)"),
        ("comparison", "the base against the consolidated text"),
        ("clean", "the consolidated text alone"),
    ):
        which.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=words)


def _sub(does: Any, name: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = does.add_parser(name, help=words, description=words)
    # Suppressed, so that the whole command's own --json is not unset by the part's default.
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print the result as JSON"
    )
    return parser


def run(args: argparse.Namespace) -> int:
    """Do it; whatever cannot be read becomes one sentence."""
    {
        "compare": _compare,
        "merge": _merge,
        "rebase": _rebase,
        "read": _read,
        "write": _write,
    }[args.does](args)
    return FINE


def _compare(args: argparse.Namespace) -> None:
    found = compare(_words(args.old), _words(args.new))
    show(said.compared(found), plain=comparison_words(found), as_json=args.json)


def _merge(args: argparse.Namespace) -> None:
    try:
        asked = read_asked(_bytes(args.file))
        found = merge(asked.base, proposals=asked.proposals, accept=asked.accept)
    except Unreadable as error:
        raise _stop(error, args.file) from None
    _print(said.merged(found))


def _rebase(args: argparse.Namespace) -> None:
    try:
        asked = read_asked(_bytes(args.file), rebase=True)
        assert asked.new_base is not None  # noqa: S101 — read_asked has seen to it
        found = rebase(asked.base, new_base=asked.new_base, proposals=asked.proposals)
    except Unreadable as error:
        raise _stop(error, args.file) from None
    _print(said.rebased(found))


def _read(args: argparse.Namespace) -> None:
    try:
        document = read_docx(_bytes(args.file))
    except Unreadable as error:
        raise _stop(error, args.file) from None
    if args.accept or args.reject:
        words = [
            each.text for each in (document.accepted() if args.accept else document.rejected())
        ]
        show({"paragraphs": words}, plain="\n".join(words), as_json=args.json)
    else:
        show(said.document(document), plain=reading_words(document), as_json=args.json)


def _write(args: argparse.Namespace) -> None:
    try:
        asked = read_asked(_bytes(args.file))
        raw = write_docx(asked, form=args.form or "rolling")
    except Unreadable as error:
        raise _stop(error, args.file) from None
    try:
        args.out.write_bytes(raw)
    except OSError as error:
        raise Stop(f"{args.out}: it cannot be written ({error.strerror})") from None
    show({"written": str(args.out)}, plain=f"Written: {args.out}", as_json=args.json)


def _words(path: Path) -> tuple[str, ...]:
    raw = _bytes(path)
    try:
        match path.suffix.lower():
            case ".docx" | ".docm":
                return tuple(each.text for each in read_docx(raw).accepted())
            case ".md" | ".markdown":
                return tuple(each.text for each in read_markdown(raw))
            case ".txt" | ".text":
                return tuple(each.text for each in read_plain(raw))
    except Unreadable as error:
        raise _stop(error, path) from None
    raise Stop(f"{path}: only .docx, .md and .txt are compared")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Stop(f"{path}: it has {path.stat().st_size} bytes; at most {LARGEST} are read")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Stop(f"{path}: it cannot be opened ({why})") from None


def _print(result: dict[str, Any]) -> None:
    print(json.dumps(result, ensure_ascii=False))


def _stop(error: Unreadable, path: Path) -> Stop:
    facts = {"file": str(path), "part": error.part, "place": error.place}
    return Stop(str(error.within(str(path))), facts=facts)
