"""The templates of the kinds: one file each, with blocks for title, button, before, labels and minutes."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine, Template, TemplateDoesNotExist
from django.template.base import NodeList
from django.template.loader_tags import BlockNode

from comity.core.errors import Broken
from comity.wording.tags import Label, labels_in

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _engine() -> Engine:
    # Its own engine, so that the terminal and letters need no pages to be installed.
    return Engine(
        dirs=[str(TEMPLATES)],
        libraries={
            "i18n": "django.templatetags.i18n",
            "wording": "comity.wording.tags",
        },
    )


@cache
def template_of(kind: str) -> Template:
    """Return the template of a kind, given with or without its version; raise Broken where it has none."""
    try:
        return _engine().get_template(f"acts/{kind.partition('/')[0]}.html")
    except TemplateDoesNotExist as error:
        raise Broken(f"no wording for acts of kind {kind!r}") from error


@cache
def _blocks(kind: str) -> Mapping[str, NodeList]:
    found = template_of(kind).nodelist.get_nodes_by_type(BlockNode)
    return {node.name: node.nodelist for node in found if isinstance(node, BlockNode)}


def write(kind: str, block: str, given: Mapping[str, Any], *, autoescape: bool = True) -> str:
    """Render one block of a kind's template in one line; empty where the template leaves it out."""
    nodes = _blocks(kind).get(block)
    if nodes is None:
        return ""
    context = Context(dict(given), autoescape=autoescape)
    with context.bind_template(template_of(kind)):
        written = nodes.render(context)
    return type(written)(" ".join(written.split()))


def title(kind: str) -> str:
    """Return the heading of an act's form: “Take a position”."""
    return write(kind, "title", {})


def button(kind: str) -> str:
    """Return what the button says, which is what will stand in the minutes: “Break silence”."""
    return write(kind, "button", {}) or title(kind)


def before(kind: str, facts: Mapping[str, Any] | None = None) -> str:
    """Return what the signer must know before: the consequence, in a sentence or two."""
    return write(kind, "before", facts or {})


@cache
def _own_labels(kind: str) -> tuple[Label, ...]:
    return tuple(labels_in(_blocks(kind).get("labels", NodeList())))


def labels(kind: str) -> dict[str, tuple[str, str]]:
    """Return label and hint for every field of a kind, its own and those that many share, by the field's name."""
    return {
        each.field: _written(each, kind) for each in (*_own_labels("shared"), *_own_labels(kind))
    }


def part_label(kind: str, part: str) -> str:
    """Return what a part of an act is called: a field's label, or that of a part every act has."""
    found = {
        each.field: each
        for each in (*_own_labels("every"), *_own_labels("shared"), *_own_labels(kind))
    }
    return _written(found[part], kind)[0] if part in found else part


def _written(label: Label, kind: str) -> tuple[str, str]:
    context = Context({})
    with context.bind_template(template_of(kind)):
        return label.written(context)
