"""The page for a delegation that trusts nobody: each command, run as it is written, against a desk elsewhere."""

import json
import os
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from comity.cli.afar import agreed
from comity.cli.screen import Stop
from comity.record import b64, make_part, verify_receipt
from tests.contracts.command import PROGRAM, Said, comity
from tests.contracts.counter import Counter, House
from tests.contracts.signed import log_and_host, signed_act

GUIDE = Path("docs/trust-nobody.md")
LINES = re.findall(r"```\n(.+?)\n```", GUIDE.read_text(), flags=re.DOTALL)


@dataclass(frozen=True)
class Delegation:
    """Somebody at a machine of their own, in a folder that holds what they keep."""

    own: House
    folder: Path

    def runs(self, line: str, **environment: str) -> Said:
        """Run a line of the guide, as it is written but for the address."""
        line = line.replace("https://desk.example", self.own.site)
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            capture_output=True,
            timeout=120,
            check=False,
            text=True,
            env=os.environ | {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"} | environment,
        )
        assert "Traceback" not in done.stdout + done.stderr
        return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def delegation(own: House, tmp_path_factory: pytest.TempPathFactory) -> Delegation:
    folder = tmp_path_factory.mktemp("delegation")
    made = comity("token", "new", "--data", own.data, "--person", "c9w4ep")
    (folder / "token").write_text(made.out)
    return Delegation(own, folder)


def test_the_guide_has_five_commands() -> None:
    assert [line.split()[:2] for line in LINES] == [
        ["comity", "verify"],
        ["curl", "-sS"],
        ["comity", "key"],
        ["comity", "act"],
        ["comity", "verify"],
    ]


def test_every_command_of_the_guide_does_what_it_says(delegation: Delegation) -> None:
    own = delegation.own
    log, host = log_and_host(Counter(own.site))
    checked = delegation.runs(LINES[0], VKEY=log.vkey)
    assert (checked.code, "It is the log whose key you gave." in checked.out) == (0, True)
    assert delegation.runs(LINES[1]).code == 0
    public = delegation.runs(LINES[2]).out.strip()
    own.as_role("secretariat").done(
        {
            "kind": "parties.register-key/1",
            "on_behalf_of": "harbour",
            "id": "key-of-meridonia",
            "public_key": public,
            "for_party": "meridonia",
        }
    )
    acted = delegation.runs(LINES[3])
    assert acted.code == 0, acted
    receipt = json.loads((delegation.folder / "receipt.json").read_text())
    proven = verify_receipt(receipt, log=log, host=host)
    assert proven.act.fields["reason"] == "Two hours is too short."
    assert proven.act.signature is not None
    assert b64.to_url(proven.act.signature.public) == public
    held = delegation.runs(LINES[4] + " --json")
    assert (held.code, [each["what"] for each in held.json["kept"]]) == (
        0,
        ["checkpoint", "receipt"],
    )
    again = delegation.runs(LINES[3].replace("understanding-2-p9", "nowhere"))
    assert (again.code, "no-such-paragraph" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--at", "desk.example", "--token", "token"], 2),
        (["--at", "http://127.0.0.1:9", "--token", "token"], 2),
        (["--at", "http://127.0.0.1:9"], 2),
        (["--at", "http://127.0.0.1:9", "--token", "nowhere"], 2),
        (["--at", "http://127.0.0.1:9", "--token", "token", "--data", "x"], 2),
        (["--token", "token"], 2),
    ],
)
def test_what_cannot_reach_a_desk_is_told_in_a_sentence(
    delegation: Delegation, words: list[str], code: int
) -> None:
    line = "comity act reframe.take-position --on-behalf-of meridonia --on paragraph/x --stance concern"
    said = delegation.runs(f"{line} {shlex.join(words)}")
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)


def test_a_token_that_is_not_known_is_told(delegation: Delegation) -> None:
    (delegation.folder / "stranger").write_text("comity_nobody\n")
    line = LINES[3].replace("--token token --key delegation.key", "--token stranger")
    said = delegation.runs(line)
    assert (said.code, said.err) == (1, "comity: This token is not known here, or has expired.\n")


# What a dishonest desk might draft

ASKED = {
    "kind": "k/1",
    "on_behalf_of": "meridonia",
    "stance": "concern",
    "audience": {"stance": "own"},
}
AUDIENCE = dict.fromkeys(("kind", "by", "on_behalf_of"), "public") | {"stance": "own"}
SAID = {"kind": "k/1", "by": "c9w4ep", "on_behalf_of": "meridonia", "stance": "concern"}


def drafted(*, audience: dict[str, str] = AUDIENCE, **changed: Any) -> dict[str, Any]:
    fields = {name: value for name, value in (SAID | changed).items() if value is not None}
    told = {name: audience.get(name, "public") for name in fields}
    made = signed_act(fields, audience=told, origin="example.org/cables")
    return {name: made[name] for name in ("statement", "parts")}


def test_a_draft_that_says_what_was_asked_is_agreed() -> None:
    for made in (drafted(), drafted(words="")):
        assert b64.to_standard(agreed(made, asked=ASKED)) == made["statement"]


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (drafted(stance="support"), "does not say what was asked in stance: 'support'"),
        (drafted(on_behalf_of="arvenia"), "does not say what was asked in on_behalf_of"),
        (drafted(kind="k/2"), "does not say what was asked in kind"),
        (drafted(stance=None), "does not say what was asked in stance: None"),
        (drafted(words="And we withdraw."), "says more than was asked: words"),
        (drafted(effective="2020"), "says more than was asked: effective"),
        (
            drafted(audience=AUDIENCE | {"stance": "public"}),
            "gives stance to others than was asked",
        ),
        ({"statement": "AAAA", "parts": []}, "no draft that holds together"),
        ({"parts": []}, "no draft that holds together"),
        (
            {
                "statement": drafted()["statement"],
                "parts": [make_part("kind", "k/1", salt=bytes(16)).text],
            },
            "no draft that holds together",
        ),
    ],
)
def test_nothing_else_is_ever_signed(made: dict[str, Any], says: str) -> None:
    with pytest.raises(Stop, match=re.escape(says)):
        agreed(made, asked=ASKED)


def test_a_draft_of_a_statement_already_made_cannot_be_read(delegation: Delegation) -> None:
    token = (delegation.folder / "token").read_text().strip()
    answer = Counter(delegation.own.site, token=token).ask(
        "POST",
        "/drafts",
        body=json.dumps(drafted() | {"signature": None}).encode(),
        Content_Type="application/json",
    )
    assert (answer.status, answer.json["what"]) == (400, "draft")
