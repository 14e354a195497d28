"""What a proposal would change in the words that stand, shown before it is sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from comity.core.text import Change
from comity.desk.readings.act_page import ActPage
from comity.web.acting.begun import PROPOSING, about
from comity.web.changed import Run, changes


def difference(page: ActPage, envelope: Mapping[str, Any]) -> Sequence[Run]:
    """Return the paragraph with its words as they would change; nothing where none would, or none may be seen."""
    stands = about(page, "paragraph")
    if page.kind.partition("/")[0] != PROPOSING or stands is None or not stands.value("words"):
        return ()
    before, after = str(stands["words"]), str(envelope.get("words", ""))
    match envelope.get("change"):
        case Change.DELETE.value:
            return (Run("gone", before),)
        case Change.REPLACE.value if after and after != before:
            found = changes(before, after)
            whole = [each.kind for each in found] == ["same"]
            return (Run("gone", before), Run("added", after)) if whole else found
    return ()
