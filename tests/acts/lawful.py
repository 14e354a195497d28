"""One lawful case of every kind: the fields as JSON, and who does it when."""

from datetime import datetime
from typing import Any

from comity.acts.register import load
from comity.core.act import Act
from comity.core.reading import read_act
from comity.core.when import When
from tests.acts.convene.fields import CONVENE
from tests.acts.reframe.fields import REFRAME
from tests.acts.scene import (
    CHECK_ROUND,
    EXPIRES,
    HOST_VKEY,
    NOW,
    PUBLIC_KEY,
    REQUEST,
    ROUND_ENDS,
)

SECRETARIAT = {"by": "ines", "on_behalf_of": "harbour"}
CHAIR = {"by": "tomas", "on_behalf_of": "harbour"}
ARVENIA = {"by": "ann", "on_behalf_of": "arvenia"}
MERIDONIA = {"by": "max", "on_behalf_of": "meridonia"}

BASE: dict[str, dict[str, Any]] = {
    "programme.take-over": ARVENIA,
    "reframe.close-silence": {**CHAIR, "at": EXPIRES.instant},
    "operate.close-check-round": {"at": CHECK_ROUND.answer_by.instant},
    "operate.escalate-request": {**ARVENIA, "at": REQUEST.acknowledge_by.instant},
    "reframe.close-round": {**CHAIR, "at": ROUND_ENDS.instant},
    "reframe.close-ballot": {**CHAIR, "at": ROUND_ENDS.instant},
    **dict.fromkeys(
        (
            "parties.give-terms-of-reference",
            "reframe.table-text",
            "reframe.open-silence",
            "reframe.open-round",
            "reframe.open-ballot",
            "reframe.issue-revision",
            "reframe.extend-silence",
            "reframe.declare-adoption",
        ),
        CHAIR,
    ),
    **dict.fromkeys(
        (
            "convene.answer-invitation",
            "reframe.take-position",
            "reframe.break-silence",
            "reframe.answer-round",
            "reframe.cast-vote",
            "reframe.comment",
            "reframe.note-vote",
            "reframe.explain-position",
            "reframe.dissociate",
            "reframe.enter-reservation",
            "reframe.put-recommendation",
            "reframe.propose-words",
            "mobilize.make-commitment",
            "mobilize.give-evidence",
            "mobilize.log-advocacy",
            "mobilize.withdraw-endorsement",
            "mobilize.pass-on-endorsement",
            "mobilize.report-progress",
            "mobilize.reply-to-evidence",
            "mobilize.name-target",
            "mobilize.claim-target",
            "mobilize.release-target",
            "operate.report-unreachable",
            "operate.request-assistance",
        ),
        ARVENIA,
    ),
    **dict.fromkeys(
        (
            "convene.replace-delegate",
            "convene.report-action",
            "reframe.withdraw-proposal",
            "parties.declare-interest",
            "parties.step-aside",
            "parties.withdraw-party",
            "mobilize.endorse",
            "operate.nominate-contact",
            "operate.answer-check",
            "operate.answer-in-round",
            "operate.confirm-contact",
            "operate.acknowledge-request",
            "operate.answer-request",
            "programme.answer-circular",
            "programme.open",
            "programme.strike",
        ),
        MERIDONIA,
    ),
}
"""Who does it, where it is not the secretariat."""

FIELDS: dict[str, dict[str, Any]] = {
    **CONVENE,
    "mobilize.claim-target": {"target": "ports", "claimed_until": "2026-12-20"},
    "mobilize.define-measure": {
        "id": "faults",
        "of": "adoption/accord-adopted",
        "name": "Faults in a year",
        "unit": "faults",
        "taken_from": "The forum's log",
        "how": "Each fault once, in the year in which it was reported.",
        "baseline": 31,
        "baseline_on": "2025",
    },
    **REFRAME,
    "mobilize.endorse": {
        "id": "meridonia-backs",
        "of": "adoption/accord-adopted",
        "extent": "whole",
    },
    "mobilize.give-evidence": {
        "id": "answered",
        "of": "commitment/duty-desk",
        "words": "The desk answered in 41 minutes.",
        "confidence": "verified",
        "on": "2026-11-23",
        "follows": ["check/check-0312"],
    },
    "mobilize.log-advocacy": {
        "id": "third-ministry",
        "carries": "adoption/accord-adopted",
        "target": "Ministry of Harbours",
        "outcome": "interested",
        "met_on": "2026-11",
    },
    "mobilize.make-commitment": {
        "id": "night-desk",
        "on": "endorsement/arvenia-backs",
        "does": "Staff the desk at night.",
        "by_when": "2026",
        "measure": "A check at night is answered.",
    },
    "mobilize.name-target": {
        "id": "finance",
        "name": "Ministry of Finance",
        "carries": "adoption/accord-adopted",
        "lines": "It costs a telephone.",
    },
    "mobilize.pass-on-endorsement": {
        "endorsement": "arvenia-backs",
        "to_party": "brightwater",
        "how": "merged",
    },
    "mobilize.publish-endorsement": {
        "id": "brightwater-backs",
        "of": "adoption/accord-adopted",
        "of_party": "brightwater",
        "extent": "with-reservation",
        "stated": "2026-11-20",
        "confirmations": 2,
        "words": "All but the last paragraph.",
    },
    "mobilize.release-target": {"target": "fisheries"},
    "mobilize.reply-to-evidence": {
        "id": "arvenia-replies",
        "evidence": "told-of-arvenia",
        "words": "The line was cut at noon.",
    },
    "mobilize.report-progress": {
        "id": "duty-desk-2026",
        "commitment": "duty-desk",
        "cycle": "2026",
        "grade": "partly",
        "words": "The desk is staffed by day.",
        "gaps": "Two people for the night.",
    },
    "mobilize.report-value": {
        "id": "repair-days-2026",
        "measure": "repair-days",
        "on": "2026",
        "amount": 5,
    },
    "mobilize.withdraw-endorsement": {"endorsement": "arvenia-backs"},
    "operate.acknowledge-request": {"request": "farrow-sound"},
    "operate.answer-check": {"check": "check-0312", "words": "Awake."},
    "operate.answer-in-round": {"check": "winter-1", "words": "Awake."},
    "operate.answer-request": {
        "request": "farrow-sound",
        "help": "help-in-part",
        "words": "The ship may come; the sound closes at dusk.",
    },
    "operate.ask-in-round": {
        "id": "winter-2",
        "check_round": "winter",
        "contact": "meridonia-envoy",
        "of_party": "meridonia",
        "channel": "mail",
    },
    "operate.check-contact": {
        "id": "check-noon",
        "contact": "meridonia-desk",
        "of_party": "meridonia",
        "channel": "mail",
        "answer_by": "2026-11-23T14:00:00+00:00[Atlantic/Reykjavik]",
    },
    "operate.close-check-round": {"check_round": "winter"},
    "operate.confirm-contact": {"contact": "meridonia-desk"},
    "operate.escalate-request": {"request": "farrow-sound"},
    "operate.nominate-contact": {
        "id": "meridonia-night",
        "level": "technical",
        "office": "Night desk",
        "telephone": "+000 2",
        "replaces": "meridonia-desk",
    },
    "operate.open-check-round": {
        "id": "spring",
        "title": "Spring",
        "levels": ["technical"],
        "channels": ["telephone", "mail"],
        "answer_by": "2026-11-30T12:00:00+00:00[Atlantic/Reykjavik]",
    },
    "operate.report-unreachable": {
        "contact": "meridonia-desk",
        "channel": "telephone",
        "words": "It rang out, twice.",
    },
    "operate.request-assistance": {
        "id": "second-fault",
        "of_party": "meridonia",
        "contact": "meridonia-desk",
        "title": "A second fault",
        "template": "assistance",
        "urgency": "emergency",
        "mark": "amber-strict",
        "happened": "No light on the second cable since noon.",
        "asks": "Who saw a ship there?",
        "acknowledge_by": "2026-11-23T13:00:00+00:00[Atlantic/Reykjavik]",
        "answer_by": "2026-11-23T18:00:00+00:00[Atlantic/Reykjavik]",
        "escalates_to": "meridonia-envoy",
    },
    "operate.verify-contact": {
        "contact": "meridonia-desk",
        "by_way_of": "mail",
        "words": "By note verbale.",
    },
    "parties.admit-party": {
        "id": "tarn",
        "name": "Isles of Tarn",
        "form": "state",
        "standing": "party",
        "zone": "Pacific/Auckland",
    },
    "parties.declare-interest": {
        "id": "owns-a-ship",
        "about": "text/understanding",
        "words": "Its navy owns two of the repair ships.",
    },
    "parties.end-mandate": {"mandate": "m-ann", "why": "Called home."},
    "parties.end-seat": {"seat": "s-lantern"},
    "parties.found-body": {
        "id": "group-7",
        "name": "Friends of paragraph 7",
        "form": "working-group",
    },
    "parties.give-mandate": {
        "id": "m-eve",
        "person": "eve",
        "for_party": "meridonia",
        "powers": ["speak"],
        "start": "2026-11-23",
        "end": "2027",
    },
    "parties.give-terms-of-reference": {
        "id": "commission-terms-2",
        "body": "commission",
        "purpose": "Find out where cables break, and why.",
        "task": "Report each season.",
        "given_by": "conference",
        "until": "2027",
        "reports_to": "conference",
        "supersedes": "commission-terms",
        "follows": ["outcome/one-list"],
    },
    "parties.lift-suspension": {"absence": "lantern-rests", "words": "It has paid."},
    "parties.note-support": {
        "id": "b-supports",
        "of": "brightwater",
        "as_what": "supporter",
        "since": "2025",
    },
    "parties.register-key": {"id": "key-max", "public_key": PUBLIC_KEY, "person": "max"},
    "parties.register-person": {"id": "k4f2", "name": "Noor Castellane", "office": "Counsellor"},
    "parties.revoke-key": {"key": "key-ann", "why": "Left in a taxi."},
    "parties.seat-member": {
        "id": "s-eve",
        "body": "commission",
        "role": "member",
        "person": "eve",
        "start": "2026-11",
    },
    "programme.answer-circular": {"circular": "dates", "words": "The second week of December."},
    "parties.step-aside": {
        "id": "meridonia-aside",
        "about": "text/understanding",
        "interest": "meridonia-ships",
        "words": "We own two of the ships.",
    },
    "parties.succeed-party": {
        "id": "brightwater-to-elsewhere",
        "of_party": "brightwater",
        "how": "succeeded",
        "on": "2026-11-01",
        "successor": "elsewhere",
    },
    "parties.suspend-party": {
        "id": "brightwater-rests",
        "of_party": "brightwater",
        "why": "It has answered no check for a year.",
    },
    "parties.withdraw-party": {"id": "meridonia-left", "why": "We have no cables left."},
    "programme.assess-issue": {
        "id": "why-cables",
        "area": "cables",
        "title": "Repairs wait for permission",
        "words": "A fault lasts for days, and most of these are spent waiting.",
        "rests_on": ["ten-days"],
        "gap": "Nobody counts the faults that are not told.",
    },
    "programme.correct-fact": {
        "id": "a-day-later",
        "of": "meeting/third-session",
        "why": "The minutes give the day after.",
        "start": "2026-11-17",
        "place": "Harbour",
    },
    "programme.declare-exercise": {"id": "storm", "title": "Storm exercise"},
    "programme.erase": {"digests": ["w" * 43], "why": "At the person's request."},
    "programme.establish-programme": {
        "name": "Cables",
        "objective": "Broken cables are repaired.",
        "origin": "cables.example/log",
        "log_vkey": "log",
        "host_vkey": HOST_VKEY,
        "log": "public",
        "simulated": True,
        "host": "harbour",
        "host_name": "Harbour",
        "host_form": "secretariat",
        "first_person": "ines",
    },
    "programme.file-paper": {
        "id": "paper-12",
        "title": "Faults by season",
        "about": "paragraph/understanding-p7",
        "file": {"blob": "f" * 43, "length": 2048, "media_type": "text/plain"},
        "symbol": "CC/12",
        "late": True,
    },
    "programme.hold-letters": {"act": 9, "why": "The deadline is on a holiday."},
    "programme.note-claim": {
        "id": "three-ministries",
        "about": "work-area/cables",
        "says": "A permission passes through three ministries.",
        "stands_in": "Report on repairs, page 4",
        "as_of": "2025-06",
    },
    "programme.note-source-difference": {
        "id": "call-date",
        "about": "call/call-core",
        "claims": [{"says": "November 2017", "source": "a"}, {"says": "May 2018", "source": "b"}],
    },
    "programme.offer-handover": {
        "id": "to-meridonia",
        "to_party": "meridonia",
        "officer": "max",
        "until": "2026-12-31",
        "words": "The harbour closes at the end of the year.",
    },
    "programme.open": {"act": 7, "opens": [{"part": "words", "audience": "public"}]},
    "programme.open-work-area": {"id": "ports", "title": "Ports", "objectives": ["calm"]},
    "programme.release-letters": {"act": 6},
    "programme.send-circular": {
        "id": "papers-wanted",
        "title": "Papers for the fourth session",
        "words": "Papers are wanted in all six languages.",
        "body": "conference",
        "answer_by": "2026-11-27T18:00:00-05:00[America/New_York]",
        "about": "meeting/third-session",
    },
    "programme.set-objective": {
        "id": "trust",
        "title": "More trust",
        "words": "More trust.",
        "place": 2,
    },
    "programme.strike": {"act": 7, "why": "Meant for paragraph 8."},
    "programme.take-over": {
        "handover": "to-arvenia",
        "words": "We keep the lamp lit.",
    },
    "reframe.answer-round": {
        "round": "guide-round",
        "reply": "object",
        "reason": "Nobody is awake at three.",
        "cure": "Begin the two hours at seven in the morning.",
    },
    "reframe.break-silence": {"silence": "annex-silence", "words": "Not at night."},
    "reframe.close-round": {"round": "guide-round", "interrupted_minutes": 2},
    "reframe.close-silence": {
        "silence": "annex-silence",
        "interrupted_minutes": 5,
        "unproven": 0,
        "notices": 3,
    },
    "reframe.declare-adoption": {
        "id": "understanding-adopted",
        "text": "understanding",
        "level": "general-agreement",
        "reason": "No delegation asked for the floor.",
    },
    "reframe.enter-reservation": {
        "id": "arvenia-reserves",
        "adoption": "accord-adopted",
        "form": "reservation",
        "words": "Only in peace.",
        "paragraph": "accord-p1",
    },
    "reframe.extend-silence": {
        "silence": "annex-silence",
        "deadline": "2026-12-01T18:00:00-05:00[America/New_York]",
        "reason": "A holiday in two capitals.",
    },
    "reframe.issue-call": {
        "id": "call-2",
        "title": "Second call",
        "issued": "2026-11-23",
        "norms": ["norm-2"],
    },
    "reframe.open-round": {
        "id": "understanding-round",
        "text": "understanding",
        "deadline": "2026-11-24T12:00:00-05:00[America/New_York]",
        "asks": "Can it stand if paragraph 7 begins next year?",
    },
    "reframe.open-silence": {
        "id": "understanding-silence",
        "text": "understanding",
        "deadline": "2026-11-27T12:00:00-05:00[America/New_York]",
    },
    "reframe.package-norms": {
        "id": "two-of-eight",
        "title": "Two of eight",
        "norms": ["norm-2", "norm-1"],
        "words": "What concerns elections and what carries them.",
        "body": "commission",
    },
    "reframe.propose-words": {
        "id": "half-day",
        "text": "understanding",
        "paragraph": "understanding-p7",
        "change": "replace",
        "words": "Each party keeps one contact who answers within half a day.",
        "reason": "Ships need it.",
    },
    "reframe.issue-edition": {
        "id": "final-report-2",
        "report": "final-report",
        "form": "revised-edition",
        "published": "2026-11",
        "symbol": "R/1/Rev.1",
        "of": "final-report-1",
        "changes_made": "The second figure is mended.",
    },
    "reframe.publish-report": {"id": "report-2", "title": "Second report", "published": "2026-11"},
    "reframe.put-forward-norm": {
        "id": "norm-3",
        "instrument": "norms-2019",
        "instrument_title": "Eight norms",
        "number": "3",
        "title": "Tampering",
        "follows": ["call/call-core"],
    },
    "reframe.put-recommendation": {
        "id": "rec-2",
        "who": "Operators",
        "should": "Say where a fault is within an hour.",
        "number": 2,
        "report": "final-report",
    },
    "reframe.relate-norms": {
        "id": "core-elections",
        "norm": "norm-1",
        "other": "norm-2",
        "relation": "overlaps",
        "analysis_of": "the secretariat",
    },
    "reframe.table-text": {
        "id": "understanding-2",
        "title": "Understanding on broken cables",
        "body": "conference",
        "label": "Second revision",
        "revises": "understanding",
        "ids": ["u2-p7", "u2-p8"],
        "numbers": ["7", "8"],
        "words": ["Each party keeps one contact.", "It is voluntary."],
        "statuses": ["open", "agreed"],
        "rests_on": ["proposal/one-day", ""],
    },
    "reframe.take-position": {
        "on": "paragraph/understanding-p7",
        "stance": "concern",
        "reason": "Two hours is short at night.",
        "cure": "Four hours at night.",
        "for_capital": "We could live with three.",
    },
    "reframe.withdraw-proposal": {"proposal": "one-day", "why": "Another is better."},
}


def lawful(kind: str, **other: Any) -> Act:
    """Return the lawful case of a kind, or what becomes of it with other fields or envelope; None leaves out."""
    load()
    base: dict[str, Any] = {**SECRETARIAT, "at": NOW, "index": 40, **BASE.get(kind, {})}
    own = dict(FIELDS[kind])
    for name, value in other.items():
        where = base if name in ENVELOPE else own
        where[name] = value
    own = {name: value for name, value in own.items() if value is not None}
    if isinstance(base.get("effective"), str):
        base["effective"] = When(base["effective"])
    if isinstance(base["at"], str):
        base["at"] = datetime.fromisoformat(base["at"])
    return read_act(f"{kind}/1", own, base)


ENVELOPE = frozenset(
    {"by", "on_behalf_of", "at", "index", "effective", "source", "concerns", "audiences"}
)
