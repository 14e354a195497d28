"""What a report says that is to be submitted or published: its act carries these words, and nobody types them."""

from collections.abc import Mapping
from typing import Any

from comity.core.of_progress import SAID
from comity.core.review import ProgressDraft, ProgressSubmitted
from comity.desk.look import Look
from comity.desk.seen import Seen

OF = {"draft": ProgressDraft, "submitted": ProgressSubmitted}


def carried_words(look: Look, *, field: str, key: str) -> Mapping[str, str] | None:
    """Return what it says, by field; None where the viewer may not see it."""
    found: Seen[Any] | None = look.find(OF[field], key)
    if found is None:
        return None
    return {name: str(value) for name in SAID if (value := found.value(name))}
