"""Why an act is out of order: a value with a stable code, never a sentence."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NO_FACTS: Mapping[str, str | int] = MappingProxyType({})


@dataclass(frozen=True)
class Refusal:
    """One reason why an act is out of order. The wording lives with the translations."""

    code: str
    rule: str = ""
    field: str = ""
    facts: Mapping[str, str | int] = dataclasses.field(default_factory=lambda: NO_FACTS)
    timely: bool = False
    """True where it rests on a mandate or a deadline: it then does not touch what is only recorded."""
