"""Print the description of the interface (OpenAPI 3.1): the same that the server gives at /openapi.json.

comity openapi > openapi.json
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from comity.cli.house import set_up
from comity.cli.screen import FINE


def configure(parser: argparse.ArgumentParser) -> None:
    """Take nothing: the description is the same for every programme."""


def run(args: argparse.Namespace) -> int:
    """Ask the address as a browser would, so that there is one description and not two."""
    with tempfile.TemporaryDirectory() as nowhere:
        set_up(Path(nowhere), is_loopback=False)
        described = _get("/openapi.json")
    print(json.dumps(described, ensure_ascii=False, indent=None if args.json else 1))
    return FINE


def _get(path: str) -> Any:
    from django.test import RequestFactory  # noqa: PLC0415 — after Django is set up
    from django.urls import resolve  # noqa: PLC0415

    from comity.acts.register import load  # noqa: PLC0415

    load()
    found = resolve(path)
    answer = found.func(RequestFactory().get(path), *found.args, **found.kwargs)
    return json.loads(answer.content)
