"""The lawful cases of ballots, statements, revisions and requests for comments: their fields as JSON."""

from typing import Any

REFRAME: dict[str, dict[str, Any]] = {
    "reframe.cast-vote": {"ballot": "guide-ballot", "choice": "yes", "digest": "m" * 43},
    "reframe.close-ballot": {"ballot": "guide-ballot"},
    "reframe.close-consultation": {
        "consultation": "harbour-asks",
        "response": "The hour stays; the office is named.",
    },
    "reframe.comment": {
        "id": "too-early",
        "consultation": "harbour-asks",
        "words": "Seven in the morning is early on an island.",
        "on": "paragraph 7",
    },
    "reframe.dispose-of-comment": {
        "comment": "name-the-office",
        "disposition": "accept",
        "reason": "The office is named now.",
    },
    "reframe.enter-comment": {
        "id": "from-the-islands",
        "consultation": "harbour-asks",
        "words": "Who wakes the one who answers?",
        "from_whom": "Ana Reyes",
        "affiliation": "Harbour Lights",
        "stated": "2026-11-22",
        "on": "paragraph 7",
    },
    "reframe.open-consultation": {
        "id": "guide-asks",
        "title": "Comments on the guide",
        "body": "conference",
        "asks": "Is it short enough to be read at night?",
        "closes": "2026-12-18",
        "handling": "The secretariat reads them first.",
        "text": "guide",
    },
    "reframe.dissociate": {
        "adoption": "accord-adopted",
        "paragraph": "accord-p1",
        "words": "We keep no ships.",
    },
    "reframe.explain-position": {
        "id": "arvenia-explains",
        "on": "adoption/accord-adopted",
        "words": "We joined so that the next text may be shorter.",
    },
    "reframe.issue-revision": {
        "id": "understanding-r2",
        "revises": "understanding",
        "accepts": ["one-day"],
        "title": "Understanding on broken cables",
        "ids": ["understanding-r2-p1", "understanding-r2-p2"],
        "words": [
            "Each party keeps one contact who answers within one day.",
            "Each party keeps one contact who answers within [two hours].",
        ],
        "rests_on": ["proposal/one-day", "paragraph/understanding-p8"],
        "label": "rev. 2",
    },
    "reframe.note-vote": {
        "ballot": "earlier-ballot",
        "meant": "no",
        "words": "Our line failed as the roll was called.",
    },
    "reframe.open-ballot": {
        "id": "understanding-ballot",
        "on": "paragraph/understanding-p7",
        "motion": "That paragraph 7 be retained.",
        "method": "recorded-vote",
        "majority": "simple-majority",
        "quorum": 2,
        "deadline": "2026-11-24T12:00:00-05:00[America/New_York]",
    },
}
