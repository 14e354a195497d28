"""A double is shown before it is made, on pages, on the terminal, and to programs that ask; to a stranger none is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.command import Said, comity
from tests.contracts.counter import Counter, House
from tests.contracts.test_init import init
from tests.journeys.visitor import Visitor

ADMIT = "parties.admit-party"
FORM = f"/act/{ADMIT}"
LIGHTS = {"name": "Harbour Lights", "form": "civil-society", "standing": "named"}
TOLD = {"error", "says", "field", "name", "count", "things"}
Begun = tuple[Path, str]


@pytest.fixture(scope="module")
def secretariat(own: House) -> Counter:
    """The secretariat as a program, after it admitted one party."""
    counter = own.as_role("secretariat")
    counter.done(admit(own, id="lights", country="Arvenia"))
    return counter


def admit(own: House, **more: Any) -> dict[str, Any]:
    party = own.party("secretariat")
    return {"kind": f"{ADMIT}/1", "on_behalf_of": party, **LIGHTS, **more}


def size(counter: Counter) -> int:
    return int(counter.get("/log/checkpoint").body.split(b"\n")[1])


def test_a_program_that_asks_is_shown_what_is_called_alike_and_enters_nothing(
    own: House, secretariat: Counter
) -> None:
    before = size(secretariat)
    answer = secretariat.send(admit(own, name="HARBOUR LIGHTS, Inc.", is_another=False))
    assert (answer.status, answer.json.keys(), answer.json["error"]) == (409, TOLD, "called-alike")
    told = {name: answer.json[name] for name in ("field", "name", "count")}
    assert told == {"field": "name", "name": "HARBOUR LIGHTS, Inc.", "count": 1}
    (thing,) = answer.json["things"]
    assert (thing["thing"], thing["name"]) == ("party/lights", "Harbour Lights")
    assert "is_another" in answer.json["says"]
    assert size(secretariat) == before


def test_a_program_that_says_that_they_are_two_enters_it_once(
    own: House, secretariat: Counter
) -> None:
    act = admit(own, id="lights-2", is_another=True, nonce="two")
    assert [secretariat.send(act).status for _ in range(2)] == [201, 200]


def test_a_program_that_does_not_ask_enters_what_it_names(own: House, secretariat: Counter) -> None:
    assert secretariat.send(admit(own, id="lights-3")).status == 201


def test_what_is_signed_says_already_that_they_are_two(own: House, secretariat: Counter) -> None:
    asked = json.dumps(admit(own, is_another=False)).encode()
    answer = secretariat.ask("POST", "/drafts", body=asked, Content_Type="application/json")
    assert (answer.status, answer.json["error"]) == (409, "called-alike")
    asked = json.dumps(admit(own, is_another=True)).encode()
    answer = secretariat.ask("POST", "/drafts", body=asked, Content_Type="application/json")
    assert answer.status == 200


def test_a_stranger_and_who_may_not_learn_nothing_by_a_double(own: House) -> None:
    assert Counter(own.site).send(admit(own)).status == 401
    asked = {**admit(own), "on_behalf_of": own.party("arvenia")}
    assert own.as_role("arvenia").send(asked).status == 422


def test_the_form_comes_back_whole_and_asks(own: House, secretariat: Counter) -> None:
    visitor = Visitor(own.site)
    visitor.walk_in("secretariat")
    typed = {**LIGHTS, "name": "harbour lights", "about": "As typed."}
    sent = {
        **typed,
        "on_behalf_of": own.party("secretariat"),
        "nonce": "by-form",
        "letters": "told",
    }
    page = visitor.post(FORM, seen_on=FORM, **sent)
    assert page.status == 409
    assert [words for words in ("As typed.", 'value="harbour lights"') if words in page.text] == [
        "As typed.",
        'value="harbour lights"',
    ]
    assert 'href="/party/lights"' in page.text
    assert 'form="f" name="is_another" value="true"' in page.text
    again = visitor.post(FORM, seen_on=FORM, **sent, is_another="true")
    assert again.path.startswith("/receipt/")


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    folder = tmp_path / "talks"
    return folder, str(init(folder, "--json").json["person"])


def said(begun: Begun, *words: str) -> Said:
    return comity(*words, "--data", begun[0], "--by", begun[1])


def test_the_terminal_enters_nobody_twice_in_silence(begun: Begun) -> None:
    add = ("person", "add", "--name")
    first = said(begun, *add, "Ana García", "--mail", "ana@x.example", "--json").json["person"]
    again = said(begun, *add, "ana garcia", "--json")
    assert (again.code, again.json["alike"]["things"][0]["thing"]) == (1, f"person/{first}")
    assert "--another" in said(begun, *add, "ana garcia").err
    mail = said(begun, *add, "Ben Ode", "--mail", "ANA@x.example", "--json")
    assert (mail.code, mail.json["reached"]) == (1, [first])
    assert said(begun, *add, "Ana Garcia", "--another", "--mail", "ana@x.example").code == 0
    assert len(said(begun, "person", "list", "--json").json["people"]) == 3


def test_an_act_on_the_terminal_asks_where_it_is_told_to_and_says_with_which_option_two_are_two(
    begun: Begun,
) -> None:
    act = ("act", "parties.found-body", "--on-behalf-of", "harbour-secretariat")
    body = ("--name", "The Commission", "--form", "commission")
    assert said(begun, *act, "--id", "one", *body).code == 0
    again = said(begun, *act, "--id", "two", *body, "--is-another", "false")
    assert (again.code, "--is-another true" in again.err) == (1, True)
    assert said(begun, *act, "--id", "two", *body, "--is-another", "true").code == 0
