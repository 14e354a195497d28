"""How a sentence that stands is carried on: who will do what, to whom it was brought, what was done."""

from collections.abc import Mapping, Sequence
from typing import Any

from comity.desk.seen import Seen

CARRYING_ON = (
    ("mobilize.make-commitment/1", "on", ("paragraph", "norm", "recommendation", "endorsement")),
    (
        "mobilize.give-evidence/1",
        "of",
        ("paragraph", "norm", "recommendation", "commitment", "endorsement"),
    ),
    ("mobilize.log-advocacy/1", "carries", ("paragraph", "norm", "recommendation", "call")),
    ("mobilize.name-target/1", "carries", ("paragraph", "norm", "recommendation", "call")),
    ("mobilize.define-measure/1", "of", ("paragraph", "norm", "recommendation", "commitment")),
)
"""What may be done with a sentence that stands: the act, its field, and on which kinds of thing."""


def carried_on(
    root: Seen[Any], nodes: Mapping[str, Seen[Any]]
) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name the acts that carry a sentence on; a paragraph's, only once its text stands adopted."""
    if root.type == "paragraph" and not any(
        each.type == "adoption" and each.value("text") == root.value("text")
        for each in nodes.values()
    ):
        return ()
    return [(kind, {field: root.thing}) for kind, field, on in CARRYING_ON if root.type in on]
