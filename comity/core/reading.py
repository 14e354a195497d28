"""An act read again from what its parts say."""

from collections.abc import Mapping
from typing import Any

from comity.core.act import Act, act_shapes, kinds, required_fields
from comity.core.erased import Erased
from comity.core.errors import Malformed


def read_act(kind: str, own: Mapping[str, Any], base: Mapping[str, Any]) -> Act:
    """Build an act from its own fields (JSON, or ERASED) and the envelope's (values); or raise Malformed."""
    cls = kinds().get(kind)
    if cls is None:
        raise Malformed("kind", expected="a kind of act", found=repr(kind)[:80])
    shapes = act_shapes(cls)
    if unknown := sorted(set(own) - set(shapes)):
        raise Malformed(
            unknown[0],
            expected=f"one of {', '.join(shapes)}",
            found="a field this kind does not have",
        )
    if missing := sorted(required_fields(cls) - set(own)):
        raise Malformed(missing[0], expected="a value", found="nothing")
    read: dict[str, Any] = {
        name: value if isinstance(value, Erased) else shapes[name].read(value, name)
        for name, value in own.items()
    }
    return cls(**read, **base)
