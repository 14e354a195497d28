"""A letter brings a link, the link opens a page, and only its button signs in, once."""

import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.accounts.conftest import ADDRESS, PostOffice
from tests.contracts.command import comity
from tests.contracts.counter import Counter
from tests.journeys.visitor import Visitor

Served = tuple[str, Path]


def link_of(words: str) -> str:
    found = re.findall(r"http://localhost:8000(/sign-in/\S+)", words)
    assert len(found) == 1, words
    return str(found[0])


def words_of(letter: Any) -> str:
    return str(letter.get_payload(decode=True).decode())


@pytest.fixture
def link(served: Served) -> str:
    made = comity("link", "--data", served[1], "--person", "c9w4ep")
    return link_of(made.out)


def person_at(visitor: Visitor) -> bool:
    return visitor.get("/desk.json").status == 200


def test_a_known_address_gets_one_letter_with_one_link(
    served: Served, post_office: PostOffice
) -> None:
    asked = Visitor(served[0]).post("/sign-in", seen_on="/sign-in", mail=ADDRESS.upper())
    assert asked.status == 200
    letter = post_office.next(1)
    assert (letter.get_content_type(), letter["To"]) == ("text/plain", ADDRESS)
    assert letter["Subject"] == "Your link to sign in, good for 30 minutes"
    assert words_of(letter).startswith("This letter comes from ")
    assert words_of(letter).rstrip().endswith("Reply to this if the link fails.")
    visitor = Visitor(served[0])
    link = link_of(words_of(letter))
    assert visitor.post(link, seen_on=link).path == "/desk"
    assert person_at(visitor)


def test_the_page_does_not_tell_whether_an_address_is_known(
    served: Served, post_office: PostOffice
) -> None:
    before = len(post_office.letters)
    known = Visitor(served[0]).post("/sign-in", seen_on="/sign-in", mail=ADDRESS)
    other = Visitor(served[0]).post("/sign-in", seen_on="/sign-in", mail="nobody@example.org")
    token = re.compile(r'value="[^"]{64}"')
    pages = [token.sub("", answer.text) for answer in (known, other)]
    assert pages[0].replace(ADDRESS, "nobody@example.org") == pages[1]
    post_office.next(before + 1)


def test_opening_a_link_signs_nobody_in_and_uses_nothing_up(served: Served, link: str) -> None:
    scanner, visitor = Visitor(served[0]), Visitor(served[0])
    assert [scanner.get(link).status for _ in range(3)] == [200, 200, 200]
    assert not person_at(scanner)
    assert visitor.post(link, seen_on=link).path == "/desk"
    assert person_at(visitor)


def test_a_link_works_once(served: Served, link: str) -> None:
    first, second = Visitor(served[0]), Visitor(served[0])
    first.post(link, seen_on=link)
    assert second.post(link, seen_on=link).status == 410
    assert (person_at(first), person_at(second)) == (True, False)


def test_a_link_that_nobody_made_shows_the_same_page_and_lets_nobody_in(served: Served) -> None:
    visitor = Visitor(served[0])
    assert visitor.post("/sign-in/AAAA", seen_on="/sign-in/AAAA").status == 410
    assert not person_at(visitor)


def test_signing_out_ends_the_session(served: Served, link: str) -> None:
    visitor = Visitor(served[0])
    visitor.post(link, seen_on=link)
    visitor.post("/sign-out", seen_on="/sign-out")
    assert not person_at(visitor)


def test_signing_in_never_leads_to_another_site(served: Served, link: str) -> None:
    answer = Visitor(served[0]).post(link, seen_on=link, next="//elsewhere.example/")
    assert answer.path == "/desk"


def test_an_address_is_written_to_only_so_often(served: Served) -> None:
    visitor = Visitor(served[0])
    answers = [
        visitor.post("/sign-in", seen_on="/sign-in", mail="often@example.org") for _ in range(6)
    ]
    assert [each.status for each in answers] == [200] * 5 + [429]
    assert answers[-1].headers["retry-after"] == "3600"


def test_what_is_no_address_comes_back_with_what_was_typed(served: Served) -> None:
    answer = Visitor(served[0]).post("/sign-in", seen_on="/sign-in", mail="at my desk")
    assert (answer.status, 'value="at my desk"' in answer.text) == (422, True)


def test_a_token_with_the_scope_read_may_look_and_not_act(served: Served) -> None:
    token = comity(
        "token", "new", "--data", served[1], "--person", "c9w4ep", "--scope", "read"
    ).out.strip()
    counter = Counter(served[0], token=token)
    assert counter.get("/desk.json").status == 200
    refused = counter.send({"kind": "reframe.take-position/1"})
    assert (refused.status, refused.json["error"]) == (403, "scope")


def test_a_token_with_the_scope_read_may_not_send_a_form_either(served: Served) -> None:
    token = comity(
        "token", "new", "--data", served[1], "--person", "c9w4ep", "--scope", "read"
    ).out.strip()
    request = urllib.request.Request(
        f"{served[0]}/act/reframe.take-position",
        data=b"on=paragraph%2Funderstanding-3-p7&stance=oppose&on_behalf_of=meridonia",
        headers={"Authorization": f"Bearer {token}"},
    )
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(request)
    told.value.close()
    assert told.value.code == 403


def test_a_token_to_act_alone_may_not_look(served: Served) -> None:
    token = comity(
        "token", "new", "--data", served[1], "--person", "c9w4ep", "--scope", "act"
    ).out.strip()
    assert Counter(served[0], token=token).get("/desk.json").status == 403


def test_no_secret_stands_in_the_data_folder(served: Served, link: str) -> None:
    token = comity("token", "new", "--data", served[1], "--person", "c9w4ep").out.strip()
    kept = b"".join(path.read_bytes() for path in served[1].iterdir() if path.is_file())
    secret = link.rpartition("/")[2]
    assert (token.encode() in kept, secret.encode() in kept) == (False, False)


def test_an_account_keeps_no_name_of_the_record(served: Served, roles: dict[str, Any]) -> None:
    visitor = Visitor(served[0])
    visitor.walk_in("meridonia")
    assert visitor.get("/desk.json").status == 200
    assert Visitor(served[0]).post("/walk-in", role="archivist").status == 404
