"""Render every page in this process and tell which names its templates ask for that nobody gave.

    COMITY_DATA=… python -m tests.journeys.strict public chair

A name that is unknown is written as nothing by default, so that a page which says too little looks like one that is
calm. One line is written for each name: the role, the address and the name.
"""

import re
import sys
from collections.abc import Iterator
from typing import Any

import django
from django.template import Variable, VariableDoesNotExist

MISSED: list[str] = []
LINK = re.compile(r"""<a\s[^>]*?href=["'](/[^"'#]*)""")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ASKED = frozenset(
    {
        # base.html and its parts stand around pages that have no reading, or one that is of no exercise.
        "page.scope",
        # The pager stands under lists that go on, and under lists that are cut.
        "page.is_cut",
        # Both stand also under lists that are not shown as of a day.
        "page.as_of.day",
        # What waits on a desk is a commitment, a mandate or something else: each has a date of its own or none.
        "due.thing.by_when",
        "due.thing.end",
        "due.thing.claimed_until",
        "due.thing.until",
    }
)
"""Names that a template may ask for to learn whether they are there."""
LISTS = "page.more."
"""A page is asked of each of its lists whether it goes on; those that do not are not among `more`."""
_resolve = Variable.resolve


def _strictly(self: Variable, context: Any) -> Any:
    try:
        return _resolve(self, context)
    except VariableDoesNotExist:
        if not _is_absent(self, context):
            MISSED.append(str(self.var))
        raise


def _is_absent(asked: Variable, context: Any) -> bool:
    """Tell whether something is asked of a thing that is not there: what is known stands beside only some of a list."""
    owner = str(asked.var)
    while "." in owner:
        owner = owner.rpartition(".")[0]
        try:
            found = _resolve(Variable(owner), context)
        except VariableDoesNotExist:
            continue
        return found is None or (isinstance(found, str | tuple | dict) and not found)
    return False


def walk(client: Any, *, of_each: int) -> Iterator[str]:
    """Follow every link from the home page; of addresses of one shape only the first few."""
    waiting, met, shapes = ["/"], {"/"}, dict[str, int]()
    while waiting:
        here = waiting.pop(0)
        answer = client.get(here, follow=True)
        yield here
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for link in LINK.findall(answer.content.decode()):
            shape = re.sub(
                r"/[^/?]*\d[^/?]*|(?<=[a-z]/)[a-z0-9-]{4,}", "/*", link.partition("?")[0]
            )
            if link.startswith("/act/"):
                shape = link.partition("?")[0]
            is_met = link in met or shapes.get(shape, 0) >= of_each
            if is_met or link.startswith(("/static/", "/sign-out", "/log/")):
                continue
            met.add(link)
            shapes[shape] = shapes.get(shape, 0) + 1
            waiting.append(link.replace("&amp;", "&"))


def main(roles: list[str]) -> None:
    """Walk as each role, and write what was missed."""
    django.setup()
    from django.test import Client  # noqa: PLC0415

    Variable.resolve = _strictly  # type: ignore[method-assign]
    for role in roles:
        client = Client(SERVER_NAME="localhost")
        if role != "public":
            token = TOKEN.search(client.get("/").content.decode())
            assert token
            sent = {"role": role, "csrfmiddlewaretoken": token[1], "next": "/"}
            assert client.post("/walk-in", sent).status_code == 302
        MISSED.clear()
        for address in walk(client, of_each=3):
            for name in sorted(set(MISSED) - ASKED):
                if not name.startswith(LISTS):
                    print(role, address, name)
            MISSED.clear()


if __name__ == "__main__":
    main(sys.argv[1:])
