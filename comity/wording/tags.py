"""The two tags of a kind's template: the label of a field, and its hint."""

from collections.abc import Iterator

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context

register = template.Library()


class Label(template.Node):
    """`{% label "words" %}Words for the record{% hint %}May be empty.{% endlabel %}`."""

    child_nodelists = ()

    def __init__(self, field: str, *, words: NodeList, hint: NodeList) -> None:
        self.field = field
        self.words = words
        self.hint = hint

    def render(self, context: Context) -> str:
        """Write nothing: labels are asked for by name."""
        return ""

    def written(self, context: Context) -> tuple[str, str]:
        """Return the label and the hint in the reader's language."""
        return self.words.render(context).strip(), self.hint.render(context).strip()


@register.tag("label")
def label(parser: Parser, token: Token) -> Label:
    """Read a label and the hint it may have."""
    _tag, field = token.split_contents()
    words = parser.parse(("hint", "endlabel"))
    hint = NodeList()
    if parser.next_token().contents == "hint":
        hint = parser.parse(("endlabel",))
        parser.delete_first_token()
    return Label(field.strip("\"'"), words=words, hint=hint)


def labels_in(nodes: NodeList) -> Iterator[Label]:
    """Yield every label that stands in a block."""
    for node in nodes:
        if isinstance(node, Label):
            yield node
