"""An act read again from what its parts say."""

from collections.abc import Mapping
from typing import Any

from comity.core.act import Act, act_shapes, kinds, required_fields
from comity.core.erased import Erased
from comity.core.errors import Malformed
from comity.core.shapes import read_each


def read_act(kind: str, own: Mapping[str, Any], base: Mapping[str, Any]) -> Act:
    """Build an act from its own fields (JSON, or ERASED) and the envelope's (values); or raise Malformed."""
    cls = kinds().get(kind)
    if cls is None:
        raise Malformed("kind", expected="a kind of act", found=repr(kind)[:80])
    told = {name: value for name, value in own.items() if not isinstance(value, Erased)}
    erased = {name: value for name, value in own.items() if isinstance(value, Erased)}
    shapes = act_shapes(cls)
    left = {name: shape for name, shape in shapes.items() if name not in erased}
    read = read_each(left, told, required=required_fields(cls) - set(erased))
    own_again: dict[str, Any] = {name: read.get(name, erased.get(name)) for name in own}
    return cls(**own_again, **base)
