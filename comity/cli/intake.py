r"""Take in a list that was kept in a spreadsheet, .xlsx or .csv.

    comity import organizations FILE --data DIR --by PERSON --on-behalf-of PARTY --dry-run
    comity import organizations FILE … --set standing=party --column "Land=country" --left LEFT.xlsx
    comity import people|meetings FILE --data DIR --by PERSON --on-behalf-of PARTY
    comity import endorsements|commitments FILE … --set of=norm/public-core --source "The list of the ministry"
    comity import template meetings OUT.xlsx            an empty list, with headings that are understood
    comity import undo BATCH --data DIR --by PERSON --on-behalf-of PARTY

Columns are matched by their headings, or as --column says. --set says what a field is where its cell is empty. A row
that cannot be read, that may be the same as another, or that a rule is against is set aside with the reason; --left
writes these rows to a file, which is taken in again once mended, or with `enter` in its column `decision`.
Running it again changes nothing. --source enters all of it as recorded from there, and not as done here; what a party
endorsed or promised elsewhere can only be recorded. --history names a list of what became of the list's entries.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.house import open_house
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, progress, show
from comity.core.errors import Broken, Malformed
from comity.sheets import History, Misread, Sheet, read_history, read_list, write_csv, write_xlsx

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.intake import For, Left
    from comity.desk.intake.wanted import Wanted

LISTS = ("organizations", "people", "meetings", "endorsements", "commitments")
UNDO, TEMPLATE = "undo", "template"
BOOK = ".xlsx"
_PAIR = re.compile(r",(?=[a-z_]+=)")


def configure(parser: argparse.ArgumentParser) -> None:
    """Take which list, from where, and who answers for it."""
    parser.add_argument("what", choices=(*LISTS, TEMPLATE, UNDO), help="what the list is of")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the list; or the import to undo")
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT", help="template: where to write")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    parser.add_argument("--by", metavar="PERSON", help="the person who acts")
    parser.add_argument("--on-behalf-of", metavar="PARTY", help="the party they act for")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help="which column says what; again for each",
    )
    parser.add_argument("--columns", default="", metavar="FIELD=HEADING,…", help="the same at once")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="where a cell says nothing",
    )
    parser.add_argument("--encoding", default="", help="of a .csv, if it is not UTF-8")
    parser.add_argument("--sheet", default="", help="of a workbook, if not the first")
    parser.add_argument("--history", type=Path, metavar="FILE", help="what became of its entries")
    parser.add_argument("--source", default="", help="record it from this source")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and do nothing"
    )
    parser.add_argument("--left", type=Path, metavar="FILE", help="write here what was set aside")
    parser.add_argument("--template", action="store_true", help="print an empty list")


def run(args: argparse.Namespace) -> int:
    """Take it in, try it, or undo it."""
    if args.what == TEMPLATE:
        return _template_to(args.file, args.out)
    if args.template and args.what != UNDO:
        return _template(args.what)
    if args.out is not None:
        raise Stop(f"{args.out} is one file too many (--left says where rows set aside go)")
    if missing := [
        name for name in ("file", "data", "by", "on_behalf_of") if not getattr(args, name)
    ]:
        names = " and ".join(
            name.upper() if name == "file" else f"--{name.replace('_', '-')}" for name in missing
        )
        verb = "is" if len(missing) == 1 else "are"
        raise Stop(f"{names} {verb} missing (comity import --help explains)")
    if args.left is not None and args.left.exists():
        raise Stop(f"{args.left} is there already, and is not written over")
    desk = open_house(args.data)
    try:
        return _undo(desk, args) if args.what == UNDO else _take_in(desk, args)
    except (Malformed, Broken) as error:
        raise Stop(str(error), code=UNREADABLE) from error


def _template(what: str) -> int:
    from comity.acts.register import load  # noqa: PLC0415
    from comity.desk.intake import KINDS, template  # noqa: PLC0415

    load()
    sys.stdout.buffer.write(template(KINDS[what]))
    sys.stdout.flush()
    return FINE


def _template_to(what: str | None, out: Path | None) -> int:
    """Write an empty list, in the form that the name of the file says."""
    if what not in LISTS or out is None:
        raise Stop(f"say of what, and where to: comity import template {'|'.join(LISTS)} OUT.xlsx")
    from comity.acts.register import load  # noqa: PLC0415
    from comity.desk.intake import KINDS, template, template_book  # noqa: PLC0415

    load()
    is_book = out.suffix.lower() == BOOK
    _write(out, template_book(KINDS[what], name=what) if is_book else template(KINDS[what]))
    print(out)
    return FINE


def _write(place: Path, content: bytes) -> None:
    try:
        with place.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise Stop(f"{place} is there already, and is not written over") from error
    except OSError as error:
        raise Stop(f"{place} cannot be written: {error.strerror}") from error


def _read(args: argparse.Namespace) -> Sheet:
    content = _content(Path(args.file))
    try:
        return read_list(content, encoding=args.encoding, sheet=args.sheet)
    except Misread as error:
        raise Stop(_offered(error), code=UNREADABLE) from error


def _content(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        raise Stop(f"{place} cannot be read: {error.strerror}") from error


def _offered(error: Misread) -> str:
    """Say as what else the file could be read, with what would stand there; a person chooses."""
    offers = [f"\n  --encoding {each.encoding:<10} {each.words}" for each in error.offers]
    return f"{error}" + ("; it could be" if offers else "") + "".join(offers)


def _history(args: argparse.Namespace) -> History | None:
    return read_history(read_list(_content(args.history))) if args.history else None


def _pairs(texts: list[str], where: str) -> dict[str, str]:
    found = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not name or not sign or not value:
            raise Stop(f"{text!r} is not {where}")
        found[name] = value
    return found


def _take_in(desk: "Desk", args: argparse.Namespace) -> int:
    from comity.cli.intake_words import told, words  # noqa: PLC0415 — after the house is open
    from comity.desk.intake import KINDS, columns_of, enter, plan, try_out  # noqa: PLC0415
    from comity.wording.set_aside import told_apart  # noqa: PLC0415

    wanted, sheet, actor = KINDS[args.what], _read(args), _actor(args)
    if wanted.is_recorded and not args.source:
        raise Stop(
            f"--source is missing: {args.what} of others are only recorded, from where they stand"
        )
    given = _given(args.set, wanted)
    matched = columns_of(sheet, wanted, asked=_columns(args), given=given)
    viewer, history = desk.viewer(args.by), _history(args)
    found = desk.read(viewer, plan, wanted, sheet, matched=matched, given=given, history=history)
    batch = ""
    if args.dry_run:
        outcomes = try_out(desk, wanted, found.enter, actor=actor)
    else:
        with progress("Entering") as step:
            entered = enter(desk, wanted, found.enter, actor=actor, done=step)
        outcomes, batch = entered.outcomes, entered.batch
    stood, left = told_apart(found, outcomes, name=wanted.name)
    if args.left is not None and left:
        _write_left(args.left, sheet, left)
    result = told(found, stood, left, batch=batch, is_dry=args.dry_run)
    show(result, plain=words(result, args), as_json=args.json)
    return REFUSED if left else FINE


def _columns(args: argparse.Namespace) -> dict[str, str]:
    """Read which column says what; a heading may hold any sign, a field's name no `=`."""
    found = _pairs(_PAIR.split(args.columns) if args.columns else [], "FIELD=HEADING")
    for text in args.column:
        heading, sign, field = text.rpartition("=")
        if not (heading and sign and field):
            raise Stop(f"{text!r} is not HEADING=FIELD")
        found[field.strip()] = heading.strip()
    return found


def _given(texts: list[str], wanted: "Wanted") -> dict[str, str]:
    given = _pairs(texts, "FIELD=VALUE")
    if strange := sorted(set(given) - set(wanted.known)):
        raise Stop(f"there is no field {strange[0]!r}; there are {', '.join(wanted.known)}")
    for name, value in given.items():
        if not wanted.column(name).names_one_of:
            wanted.read(name, value)
    return given


def _actor(args: argparse.Namespace) -> "For":
    from comity.desk.intake import For  # noqa: PLC0415

    return For(person=args.by, party=args.on_behalf_of, source=args.source)


def _write_left(place: Path, sheet: Sheet, left: "list[Left]") -> None:
    from comity.desk.intake.plan import rows_left  # noqa: PLC0415
    from comity.wording.set_aside import why  # noqa: PLC0415

    told = [why(each) for each in left]
    headings, rows = [*sheet.headings, "why", "decision"], rows_left(sheet, left, told)
    is_book = place.suffix.lower() == BOOK
    try:
        _write(place, write_xlsx(headings, rows) if is_book else write_csv(headings, rows))
    except Stop as stop:
        raise Stop(f"{stop.sentence}; what was entered stands") from stop


def _undo(desk: "Desk", args: argparse.Namespace) -> int:
    from comity.desk.intake import undo  # noqa: PLC0415 — after the house is open
    from comity.desk.outcome import Stands  # noqa: PLC0415
    from comity.wording.set_aside import refusal  # noqa: PLC0415

    found = undo(desk, args.file, actor=_actor(args), why=f"The import {args.file} is undone.")
    if not found:
        raise Stop(f"nothing of an import {args.file!r} by {args.by} stands", code=REFUSED)
    struck = [act for act, outcome in found if isinstance(outcome, Stands)]
    left = [
        {"act": act, "says": refusal(each)} for act, each in found if not isinstance(each, Stands)
    ]
    lines = [f"{len(struck)} of {len(found)} acts are struck."]
    lines += [f"  act {each['act']} stands: {each['says']}" for each in left]
    show(
        {"ok": not left, "struck": struck, "left": left}, plain="\n".join(lines), as_json=args.json
    )
    return REFUSED if left else FINE
