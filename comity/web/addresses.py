"""The addresses of the table: ids and numbers as they stand in the record, no trailing slashes."""

from typing import Any

from django.urls import URLPattern, path, register_converter

from comity.accounts.reading import TAKEN, paced
from comity.web.table import Page
from comity.web.views.page import show, write
from comity.web.views.taking import FORMS, take


class Name:
    """An id as the record has it."""

    regex = "[a-z0-9-]{1,40}"

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


class Number:
    """The number of an act: no leading noughts, so that each has one address."""

    regex = "0|[1-9][0-9]{0,14}"

    def to_python(self, value: str) -> int:
        """Read the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Write the number."""
        return str(value)


register_converter(Name, "name")
register_converter(Number, "number")


def patterns(pages: tuple[Page, ...]) -> list[Any]:
    """Give each page its address and its twin's."""
    found: list[URLPattern] = []
    for page in pages:
        seen, written = (paced(page.pace)(view) if page.pace else view for view in (show, write))
        found += [
            path(f"{page.path}.{form}", paced(TAKEN)(take), {"page": page, "form": form})
            for form in FORMS
            if page.taken
        ]
        found.append(path(page.twin, written, {"page": page}))
        if page.template:
            found.append(path(page.path, seen, {"page": page}))
    return found
