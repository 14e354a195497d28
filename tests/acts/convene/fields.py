"""The lawful case of every kind of the room *convene*: its fields as JSON."""

from typing import Any

CONVENE: dict[str, dict[str, Any]] = {
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
