"""Everyone whom a person at the terminal may know of, however many."""

from collections.abc import Iterator, Mapping

from comity.core.errors import Broken
from comity.core.party import Body, Party, Person
from comity.desk.desk import Desk
from comity.desk.readings.paging import whole
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


def called(desk: Desk, by: str) -> Mapping[str, str]:
    """Return what parties, bodies and people are called, by their ids: an id alone tells an officer nothing."""
    viewer = desk.viewer(by)
    return {
        each.id: str(each["name"])
        for of in (Party, Body, Person)
        for each in desk.read(viewer, whole, of)
    }
