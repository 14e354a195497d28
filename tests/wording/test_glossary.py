"""The words of the field mean one thing each, and pages lead to what they mean."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template

from comity.core.errors import Broken
from comity.wording.glossary import CHAPTERS, all_terms, term
from tests.wording.pseudo import in_pseudo, unmarked

TEMPLATES = Path("comity/web/templates")
USED = re.compile(r'{% term "([a-z-]+)" %}')


def used() -> set[str]:
    return {name for page in TEMPLATES.rglob("*.html") for name in USED.findall(page.read_text())}


def rendered(source: str) -> str:
    return Template("{% load terms %}" + source).render(Context())


def test_every_term_stands_once_under_one_id() -> None:
    ids = [each.id for each in all_terms()]
    assert sorted(ids) == sorted(set(ids))
    called = [str(each.called) for each in all_terms()]
    assert sorted(called) == sorted(set(called))


def test_every_term_that_a_page_uses_has_a_meaning_and_some_do() -> None:
    assert sorted(used() - {each.id for each in all_terms()}) == []
    assert {"silence-procedure", "attribution-rule", "audience", "mandate"} <= used()


def test_a_meaning_is_a_sentence_of_at_most_three() -> None:
    wrong = [each.id for each in all_terms() if not str(each.means).endswith(".")]
    long = [each.id for each in all_terms() if str(each.means).count(". ") > 2]
    assert (wrong, long) == ([], [])


def test_the_first_use_leads_to_the_meaning_and_the_second_is_the_word_alone() -> None:
    said = rendered('{% term "seat" %}seat{% endterm %}, {% term "seat" %}seat{% endterm %}')
    means = str(term("seat").means)
    assert said == f'<a class="term" href="/glossary#seat" title="{means}">seat</a>, seat'


def test_words_between_the_tags_are_escaped_once() -> None:
    source = Template('{% load terms %}{% term "seat" %}{{ words }}{% endterm %}')
    said = source.render(Context({"words": "<b>&"}))
    assert said.endswith(">&lt;b&gt;&amp;</a>")


def test_an_unknown_term_stops_the_page_when_it_is_compiled() -> None:
    with pytest.raises(Broken, match="no term 'sofa' in the glossary"):
        rendered('{% term "sofa" %}sofa{% endterm %}')


def test_every_term_and_meaning_is_translated() -> None:
    with in_pseudo():
        said = [str(chapter.title) for chapter in CHAPTERS]
        said += [str(words) for each in all_terms() for words in (each.called, each.means)]
    assert [word for each in said for word in unmarked(each)] == []
