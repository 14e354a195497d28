"""One line a page: the table and its twins."""

import pytest

from comity.web.table import Page


def _nothing() -> None:
    return None


@pytest.mark.parametrize(
    ("path", "twin"),
    [
        ("", "index.json"),
        ("check", "check.json"),
        ("silence/<name:id>", "silence/<name:id>.json"),
    ],
)
def test_each_page_has_its_twin_beside_it(path: str, twin: str) -> None:
    assert Page(path, _nothing, "page.html").twin == twin


def test_no_address_of_a_page_ends_with_a_slash_or_stands_twice() -> None:
    from comity.web.urls import PAGES  # noqa: PLC0415 (the settings must be known first)

    paths = [page.path for page in PAGES]
    assert [path for path in paths if path.endswith("/")] == []
    assert sorted(set(paths)) == sorted(paths)


def test_every_page_has_its_template() -> None:
    from django.template.loader import get_template  # noqa: PLC0415

    from comity.web.urls import PAGES  # noqa: PLC0415

    shown = [page for page in PAGES if page.template]
    assert [page.path for page in shown if get_template(page.template) is None] == []
    assert [page.path for page in PAGES if page not in shown and page.taken is None] == []
