r"""Begin a programme: a folder with its keys, an empty record, and the act that opens it.

    comity establish --data DIR --name "Cables" --objective "Fewer broken cables." --origin programme.example/cables \
        --host harbour --host-name "Harbour Secretariat" --first-person k4f2mq
    comity link --data DIR --person k4f2mq      lets the first person in

The first act is public and cannot be undone: it is the root of trust of everything after it. ORIGIN names the log in
every checkpoint and never changes; a domain of one's own and a path is the custom.
"""

import argparse
from pathlib import Path

from comity.cli.house import make_tables, set_up
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, show
from comity.core.errors import Broken, Malformed
from comity.core.party import PartyForm


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what the programme begins with."""
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        metavar="DIR",
        help="a folder that is empty or not there yet",
    )
    parser.add_argument("--name", required=True, help="the programme's name")
    parser.add_argument("--objective", required=True, help="what it is for, in a sentence")
    parser.add_argument("--origin", required=True, help="the log's name, for ever")
    parser.add_argument(
        "--host", required=True, metavar="PARTY", help="the id of the party that hosts it"
    )
    parser.add_argument(
        "--host-name", required=True, metavar="NAME", help="the host's official name"
    )
    forms = [form.value for form in PartyForm]
    parser.add_argument(
        "--host-form", choices=forms, default="secretariat", help="secretariat if not given"
    )
    parser.add_argument(
        "--first-person", required=True, metavar="ID", help="an id that says nothing of its bearer"
    )
    parser.add_argument(
        "--log", choices=["public", "parties"], default="public", help="who may fetch the record"
    )


def run(args: argparse.Namespace) -> int:
    """Begin it."""
    if args.data.exists() and (not args.data.is_dir() or any(args.data.iterdir())):
        raise Stop(f"{args.data} is not an empty folder", code=REFUSED)
    set_up(args.data, is_loopback=False)
    from comity.desk.establish import Founding, establish  # noqa: PLC0415 — after Django is told where everything is

    founding = Founding(
        name=args.name,
        objective=args.objective,
        origin=args.origin,
        host=args.host,
        host_name=args.host_name,
        host_form=args.host_form,
        first_person=args.first_person,
        log=args.log,
    )
    try:
        establish(args.data, founding)
    except Malformed as error:
        raise Stop(str(error), code=UNREADABLE) from error
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    make_tables()
    told = {"ok": True, "data": str(args.data), "origin": args.origin, "person": args.first_person}
    plain = f"Established. Let the first person in: comity link --data {args.data} --person {args.first_person}"
    show(told, plain=plain, as_json=args.json)
    return FINE
