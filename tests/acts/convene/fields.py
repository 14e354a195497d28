"""The lawful case of every kind of the room *convene*: its fields as JSON."""

from typing import Any

CONVENE: dict[str, dict[str, Any]] = {
    "convene.answer-invitation": {
        "invitation": "workshop-arvenia",
        "answer": "comes",
        "people": 2,
        "delegates": ["Ann, head of delegation", "A second, to be named"],
        "requires": "A ramp.",
    },
    "convene.arrange-meeting": {
        "meeting": "workshop",
        "seats": 40,
        "access": "By the harbour door.",
        "joining": "https://rooms.example/workshop",
        "for_parties": ["arvenia"],
    },
    "convene.invite": {
        "id": "workshop-meridonia",
        "meeting": "workshop",
        "invited": "meridonia",
        "guest": "max",
        "places": 2,
        "answer_by": "2026-12-01T12:00:00+00:00[Atlantic/Reykjavik]",
        "words": "Bring the list of ships.",
    },
    "convene.replace-delegate": {
        "id": "for-max",
        "invitation": "workshop-open",
        "leaves": "Max of Meridonia",
        "comes": "The deputy of Meridonia",
        "because": "visa-refused",
    },
    "convene.assign-action": {
        "id": "arvenia-writes-the-list",
        "meeting": "third-session",
        "charged": "arvenia",
        "does": "Write down which ships are on the list.",
        "by_when": "2026-12-20",
        "outcome": "one-list",
    },
    "convene.enter-minutes": {
        "meeting": "third-session",
        "words": "Arvenia asked for a list of ships. Meridonia asked who keeps it.",
    },
    "convene.record-attendance": {
        "meeting": "third-session",
        "present": 31,
        "parties": ["arvenia", "meridonia"],
        "names": ["Ann of Arvenia", "Max of Meridonia"],
    },
    "convene.report-action": {
        "action": "meridonia-names-a-port",
        "on": "2026-11-22",
        "words": "It is the port of Sill.",
    },
    "convene.set-agenda": {
        "meeting": "next-session",
        "items": [
            {"title": "The list of ships", "begins": "09:30", "papers": "CC/7, CC/8"},
            {"title": "Any other matter"},
        ],
    },
    "convene.cancel-meeting": {"meeting": "next-session", "why": "The hall is under water."},
    "convene.convene-meeting": {
        "id": "fourth-session",
        "name": "Fourth session",
        "form": "session",
        "start": "2026-12-07",
        "end": "2026-12-09",
        "body": "conference",
        "attribution": "chatham-house",
        "parties": ["arvenia", "meridonia"],
        "follows": ["meeting/third-session"],
    },
    "convene.move-meeting": {
        "meeting": "next-session",
        "start": "2026-12-08T09:00:00Z",
        "place": "Harbour, the net loft",
        "why": "The customs house is let.",
    },
    "convene.record-outcome": {
        "id": "two-hours",
        "meeting": "third-session",
        "words": "A contact that does not answer at night is no contact.",
        "speakers": ["arvenia"],
    },
}
