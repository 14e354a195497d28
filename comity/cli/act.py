r"""Do one act, and print its receipt.

    comity act reframe.take-position --data DIR --by PERSON --on-behalf-of PARTY \
        --on paragraph/understanding-2-p7 --stance concern --reason "Two hours is too short."
    comity act KIND --data DIR --by PERSON --on-behalf-of PARTY --fields FILE   fields as a JSON object; - is stdin
    comity act KIND … --key FILE                                                signed with a key of one's own
    comity act KIND --at ADDRESS --token FILE --on-behalf-of PARTY …            at a desk elsewhere, from your machine

Each field of a kind is an option; one that takes several is given several times. --field NAME=WORDS says the same,
for a field that is called like an option of the command; --field NAME:=JSON says it exactly. `comity kinds KIND`
describes the fields.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.cli.answered import told
from comity.cli.doubles import ANOTHER, stop_at_questions, submit
from comity.cli.house import open_house
from comity.cli.key import read_key
from comity.cli.kinds import full_name
from comity.cli.screen import FINE, UNREADABLE, Stop
from comity.core.errors import Broken, Malformed

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.outcome import Outcome

SAME = ("effective", "source", "concerns", "nonce")
"""Options that stand in the envelope under their own names."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Take who does what."""
    parser.add_argument(
        "kind", metavar="KIND", help="as in reframe.break-silence, with or without version"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the data folder, where it is here"
    )
    parser.add_argument(
        "--by", "--person", dest="by", metavar="PERSON", help="the person who acts, with --data"
    )
    parser.add_argument("--at", metavar="ADDRESS", help="the desk, where it is elsewhere")
    parser.add_argument(
        "--token", type=Path, metavar="FILE", help="what comity token new printed, with --at"
    )
    parser.add_argument(
        "--on-behalf-of", required=True, metavar="PARTY", help="the party they act for"
    )
    parser.add_argument(
        "--field", action="append", default=[], metavar="NAME=VALUE", help="a field; again for each"
    )
    parser.add_argument(
        "--fields", metavar="FILE", help="more fields, as a JSON object; - is stdin"
    )
    parser.add_argument(
        "--audience", action="append", default=[], metavar="PART=WHO", help="who sees a part"
    )
    for name in SAME:
        parser.add_argument(f"--{name}", metavar=name.upper())
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="sign with this key (comity key new makes one)"
    )


def take_fields(args: argparse.Namespace, more: list[str]) -> None:
    """Read `--name value` (or `--name=value`) as fields of the kind."""
    waiting = list(more)
    while waiting:
        option = waiting.pop(0)
        name, sign, value = option.removeprefix("--").partition("=")
        if not option.startswith("--") or not name or (not sign and not waiting):
            raise Stop(f"{option!r} is neither an option nor a field with its value")
        args.field.append(f"{name.replace('-', '_')}={value if sign else waiting.pop(0)}")


def run(args: argparse.Namespace) -> int:
    """Submit it."""
    if args.at:
        return _afar(args)
    if not (args.data and args.by) or args.token:
        raise Stop(
            "comity act takes --data DIR and --by PERSON, or --at ADDRESS and --token FILE",
            code=UNREADABLE,
        )
    desk = open_house(args.data)
    try:
        outcome = _submit(desk, envelope(args), person=args.by, key=args.key)
    except Malformed as error:
        each = [
            {"what": one.what, "expected": one.expected, "found": one.found} for one in error.each
        ]
        facts = {"unread": each, "is_cut": error.is_cut}
        raise Stop(str(error), code=UNREADABLE, facts=facts) from error
    except Broken as error:
        raise Stop(str(error), code=UNREADABLE) from error
    return _tell(outcome, as_json=args.json)


def _afar(args: argparse.Namespace) -> int:
    """Submit it at a desk elsewhere."""
    if args.data or args.by or not args.token:
        raise Stop(
            "with --at, --token FILE says who acts; --data and --by are for a desk that is here",
            code=UNREADABLE,
        )
    from comity.cli.afar import Afar  # noqa: PLC0415 — only who goes there pays for it

    key = read_key(args.key) if args.key else None
    receipt = Afar(args.at, token=args.token).act(envelope(args), key=key)
    print(json.dumps(receipt, ensure_ascii=False, indent=None if args.json else 1))
    return FINE


def envelope(args: argparse.Namespace) -> dict[str, Any]:
    """Put together what is to be submitted."""
    from comity.acts.register import load  # noqa: PLC0415 — after the house is open
    from comity.core.act import act_shapes  # noqa: PLC0415

    known = load()
    kind = full_name(args.kind, known)
    fields = _from_file(args.fields) if args.fields else {}
    schemas = {name: shape.schema() for name, shape in act_shapes(known[kind]).items()}
    for text in args.field:
        _put(fields, text, schemas)
    asked = {name: value for name in SAME if (value := getattr(args, name))}
    audience = dict(_pair(text, "=") for text in args.audience)
    return {
        "kind": kind,
        "on_behalf_of": args.on_behalf_of,
        **asked,
        **fields,
        **({"audience": audience} if audience else {}),
    }


def _from_file(path: str) -> dict[str, Any]:
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text()
        given = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise Stop(f"{path} cannot be read as JSON: {error}") from error
    if not isinstance(given, dict):
        raise Stop(f"{path} holds no JSON object")
    return given


def _pair(text: str, sign: str) -> tuple[str, str]:
    name, found, value = text.partition(sign)
    if not found or not name:
        raise Stop(f"{text!r} is not NAME{sign}VALUE")
    return name, value


def _put(fields: dict[str, Any], text: str, schemas: dict[str, dict[str, Any]]) -> None:
    """Add one field; what a field takes decides how its words are read."""
    if text.partition("=")[0].endswith(":"):
        name, value = _pair(text, ":=")
        try:
            fields[name] = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise Stop(f"{text!r} holds no JSON after :=") from error
        return
    name, value = _pair(text, "=")
    schema = schemas.get(name, {})
    if schema.get("type") == "array":
        fields.setdefault(name, []).append(_typed(value, schema.get("items", {})))
    else:
        fields[name] = _typed(value, schema)


def _typed(text: str, schema: dict[str, Any]) -> Any:
    match schema.get("type"):
        case "integer" if text.removeprefix("-").isdecimal() and len(text) < 18:
            return int(text)
        case "boolean" if text in ("true", "false"):
            return text == "true"
        case "object":
            return json.loads(text) if text.startswith("{") else text
    return text


def _submit(desk: "Desk", asked: dict[str, Any], *, person: str, key: Path | None) -> "Outcome":
    from comity.desk.outcome import Refused  # noqa: PLC0415 — after the house is open

    if key is None:
        return submit(desk, asked, person=person, by_hand=False)
    stop_at_questions(desk, asked, person=person, again=ANOTHER, by_hand=False)
    from comity.desk.draft import draft  # noqa: PLC0415

    made = draft(desk, asked, person=person)
    if isinstance(made, Refused):
        return made
    return desk.submit(made.signed(read_key(key)), person=person)


def _tell(outcome: "Outcome", *, as_json: bool) -> int:
    receipt = dict(told(outcome).as_json())
    print(json.dumps(receipt, ensure_ascii=False, indent=None if as_json else 1))
    return FINE
