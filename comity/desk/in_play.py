"""Whether the words of a text can still be changed, as a viewer sees it."""

from typing import Any

from comity.core.text import TextStatus
from comity.desk.seen import Seen

OPEN = (TextStatus.NEGOTIATED, TextStatus.SILENCE_BROKEN)


def is_in_play(text: Seen[Any]) -> bool:
    """Tell whether it is negotiated and the latest: not adopted, not revised, under no silence that runs or held."""
    return not text.value("revised_by") and text.value("status") in OPEN
