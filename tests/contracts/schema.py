"""As much of JSON Schema as our description uses; a word of it that is not known here is an error, not a pass."""

from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_KNOWN = {
    "$ref",
    "type",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "enum",
    "minimum",
    "minItems",
    "const",
    "description",
    "contentEncoding",
    "format",
}


def resolved(described: Mapping[str, Any], found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a reference into the description stands for."""
    while isinstance(ref := found.get("$ref"), str):
        found = described
        for name in ref.removeprefix("#/").split("/"):
            found = found[name]
    return found


def faults(
    value: Any, schema: Mapping[str, Any], *, of: Mapping[str, Any], at: str = "$"
) -> Iterator[str]:
    """Yield where a value is not what a schema of the description says."""
    schema = resolved(of, schema)
    if unknown := schema.keys() - _KNOWN:
        raise AssertionError(f"{at}: the schema says {unknown}, which nothing checks")
    if not _is_of(value, schema.get("type")):
        yield f"{at} should be {schema['type']} and is {value!r}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is none of {schema['enum']}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{at} is below {schema['minimum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at} is not {schema['const']}"
    if isinstance(value, list) and len(value) < schema.get("minItems", 0):
        yield f"{at} has fewer than {schema['minItems']}"
    if isinstance(value, list) and "items" in schema:
        for place, each in enumerate(value):
            yield from faults(each, schema["items"], of=of, at=f"{at}[{place}]")
    if isinstance(value, dict):
        yield from _of_object(value, schema, of=of, at=at)


def _of_object(
    value: Mapping[str, Any], schema: Mapping[str, Any], *, of: Mapping[str, Any], at: str
) -> Iterator[str]:
    described = schema.get("properties", {})
    yield from (
        f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value
    )
    if described:
        yield from (f"{at}.{name} is not described" for name in value if name not in described)
    for name in value.keys() & described.keys():
        yield from faults(value[name], described[name], of=of, at=f"{at}.{name}")


def _is_of(value: Any, types: Any) -> bool:
    if types is None:
        return True
    if isinstance(value, bool):
        return "boolean" in ([types] if isinstance(types, str) else types)
    listed = [types] if isinstance(types, str) else types
    return any(isinstance(value, _TYPES[each]) for each in listed)
