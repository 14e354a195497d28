"""Everyone whom a person at the terminal may know of, however many."""

from collections.abc import Iterator

from comity.core.errors import Broken
from comity.desk.desk import Desk
from comity.desk.readings.people import Known, people


def everyone(desk: Desk, by: str) -> Iterator[Known]:
    """Yield every person with what they may do, a page of the list at a time."""
    viewer, after = desk.viewer(by), ""
    while True:
        page = desk.read(viewer, people, after=after)
        if page is None:
            raise Broken(f"{by} is nobody")
        yield from page.people
        if not page.more:
            return
        after = page.more
