"""A word of the field, with its meaning behind it where a page uses it first."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString

from comity.wording.glossary import term as term_of

register = template.Library()

MET = "terms already met"


class TermNode(template.Node):
    """The words between the tags, as a link to what they mean; from their second use on the words alone."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        """Keep which term it is, and the words."""
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """Write them."""
        words = self.nodelist.render(context)
        met = context.dicts[0].setdefault(
            MET, set()
        )  # the outermost: shared by what a page includes
        if self.name in met:
            return words
        met.add(self.name)
        means = term_of(self.name).means
        return format_html(
            '<a class="term" href="/glossary#{}" title="{}">{}</a>', self.name, means, words
        )


@register.tag
def term(parser: Parser, token: Token) -> TermNode:
    """Read `{% term "seat" %}words{% endterm %}`; an unknown term is an error when the page is compiled."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endterm",))
    parser.delete_first_token()
    return TermNode(term_of(name.strip("\"'")).id, nodelist)
