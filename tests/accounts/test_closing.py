"""A request for comments is closed once all that was stated by a form in time is read; nothing of the rest is lost."""

import json
import re
import sqlite3
import time
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from comity.accounts.secrets import digest_of
from comity.desk.desk import wall_clock
from tests.accounts.conftest import PostOffice
from tests.accounts.test_long_lists import ROWS
from tests.accounts.test_remarking import REVIEW, Own, letter_with, officer, own
from tests.contracts.command import Said, comity
from tests.contracts.counter import Counter
from tests.journeys.visitor import Visitor

__all__ = ["own"]

KIND = "reframe.close-consultation"
PAGE = "/consultation/short"
SECONDS = 4


def kept(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


def change(own: Own, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(own[1] / "comity.sqlite3", timeout=30)) as file, file:
        file.execute(sql, values)


def stand(own: Own, ref: str, **said: object) -> None:
    """Put a comment beside the record as the form would."""
    row = {**ROWS["accounts_remark"], "of": "short", "ref": ref, "reason": "", **said}
    names, marks = ",".join(f'"{each}"' for each in row), ",".join("?" * len(row))
    change(own, f"INSERT INTO accounts_remark ({names}) VALUES ({marks})", *row.values())


@pytest.fixture(scope="module")
def over(own: Own) -> Own:
    """A request whose last moment has passed. One comment waits; one may be confirmed, and so may one that was late."""
    began = wall_clock()
    closes = (began + timedelta(seconds=SECONDS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    asked = ("--title", "On short notice", "--body", "council", "--asks", "Well?")
    done = act(own, "reframe.open-consultation", "--id", "short", *asked, "--closes", closes)
    assert done.code == 0, done
    stand(own, "read", at=kept(began))
    link = {"stage": "first", "until": kept(began + timedelta(days=6))}
    stand(own, "slow", at=kept(began), digest=digest_of("slow"), **link)
    late = {"at": kept(began + timedelta(days=1)), "words": "Late, and whole."}
    stand(own, "late", mail="late@x.example", digest=digest_of("late"), **link, **late)
    time.sleep(SECONDS + 1)
    return own


def act(own: Own, kind: str, *said: str) -> Said:
    by = ("--on-behalf-of", "harbour-secretariat", "--data", own[1], "--person", own[2])
    return comity("act", kind, *said, *by, "--json")


def close(own: Own) -> Said:
    return act(own, KIND, "--consultation", "short", "--response", "Read, all of it.")


def codes(said: Said) -> list[str]:
    assert said.code == 1, said
    return [each["code"] for each in said.json["refusals"]]


def test_it_is_not_closed_while_one_waits_unread_and_another_may_be_confirmed(over: Own) -> None:
    secretariat = officer(over)
    page = secretariat.get(PAGE).text
    told = ("1 comment that was stated by a form waits", "1 comment that was stated in time may")
    assert [words for words in told if words not in page] == []
    assert f'href="{REVIEW}"' in page
    assert [words for words in told if words in Visitor(over[0]).get(PAGE).text] == []
    form = f"/act/{KIND}"
    typed = {"consultation": "short", "response": "As typed.", "nonce": "closing"}
    sent = secretariat.post(
        form, seen_on=form, **typed, on_behalf_of="harbour-secretariat", letters="told"
    )
    assert (sent.status, "As typed." in sent.text) == (422, True)
    assert "wait for the secretariat: 1." in sent.text
    assert codes(close(over)) == ["comments-unread", "comments-unconfirmed"]
    made = comity("token", "new", "--data", over[1], "--person", over[2]).out.strip()
    envelope = {"kind": f"{KIND}/1", "on_behalf_of": "harbour-secretariat", "response": "Read."}
    answer = Counter(over[0], token=made).send({**envelope, "consultation": "short"})
    assert answer.codes == ["comments-unread", "comments-unconfirmed"]


def test_no_statement_that_was_made_before_passes_by_what_waits_now(over: Own) -> None:
    made = comity("token", "new", "--data", over[1], "--person", over[2]).out.strip()
    program = Counter(over[0], token=made)
    asked = {"kind": f"{KIND}/1", "on_behalf_of": "harbour-secretariat", "consultation": "short"}
    body = json.dumps({**asked, "response": "Read."}).encode()
    change(over, "UPDATE accounts_remark SET of='elsewhere' WHERE of='short'")
    draft = program.ask("POST", "/drafts", body=body, Content_Type="application/json")
    assert draft.status == 200, draft
    change(over, "UPDATE accounts_remark SET of='short' WHERE of='elsewhere'")
    assert program.send(draft.json).codes == ["comments-unread", "comments-unconfirmed"]


def test_reasons_of_its_kind_are_told_with_those_beside_the_record(over: Own) -> None:
    comment = ("--consultation", "short", "--words", "Words.", "--id", "spoken")
    assert act(over, "reframe.comment", *comment).code == 0
    assert codes(close(over)) == [
        "comments-not-answered",
        "comments-unread",
        "comments-unconfirmed",
    ]
    answered = ("--disposition", "accept", "--reason", "It is right.")
    assert act(over, "reframe.dispose-of-comment", "--comment", "spoken", *answered).code == 0


def test_once_all_is_read_it_is_closed_and_who_confirms_afterwards_loses_no_word(
    over: Own, post_office: PostOffice
) -> None:
    secretariat = officer(over)
    read = {"ref": "read", "then": "decline", "reason": "Said before."}
    assert secretariat.post(REVIEW, seen_on=REVIEW, **read).status == 200
    assert codes(close(over)) == ["comments-unconfirmed"]
    change(over, "UPDATE accounts_remark SET until=? WHERE ref='slow'", kept(wall_clock()))
    assert close(over).code == 0
    guest, link = Visitor(over[0]), "/comment/confirm/late"
    assert "closed meanwhile" in guest.get(link).text
    assert guest.post(link, seen_on=link).status == 200
    page = secretariat.get(REVIEW).text
    assert re.findall(r'name="ref" value="(late)"', page) == ["late"]
    assert ('value="enter"' in page, "closed before it was confirmed" in page) == (False, True)
    told = {"ref": "late", "then": "decline", "reason": "It came after the response."}
    assert secretariat.post(REVIEW, seen_on=REVIEW, **told).status == 200
    letter = letter_with(post_office, "late@x.example", "It came after the response.")
    assert "Late, and whole." in letter
    twin = guest.get(f"{PAGE}.json", accept="application/json")
    assert json.loads(twin.text)["consultation"]["status"] == "closed"
