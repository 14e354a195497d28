"""The description of the interface, OpenAPI 3.1, made from the register: a new kind appears by itself."""

from importlib.metadata import version
from typing import Any

from comity.core.act import kinds
from comity.core.audience import Audience
from comity.core.schema import kind_schema

JSON = "application/json"


def document(*, twins: list[str], title: str) -> dict[str, Any]:
    """Describe every kind of act, every twin of a page, and the log's files."""
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version("comity"), "description": _ABOUT},
        "paths": {
            "/acts": _acts(),
            "/blobs": _blobs(),
            **_log(),
            **{path: _twin(path) for path in twins},
        },
        "components": {
            "schemas": {
                **{
                    schema_name(kind): kind_schema(kind, cls)
                    for kind, cls in sorted(kinds().items())
                },
                **_SCHEMAS,
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


_ABOUT = (
    "Acts are the only thing that changes anything; everything else is read. Without a token one sees what the "
    "public sees. What is unknown and what is not yours to see answer the same 404."
)


def schema_name(kind: str) -> str:
    """Return a kind's name as a component may be called: `reframe.break-silence.1`."""
    return kind.replace("/", ".")


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(says: str, schema: str = "Error") -> dict[str, Any]:
    return {"description": says, "content": {JSON: {"schema": _ref(schema)}}}


def _acts() -> dict[str, Any]:
    each = {kind: f"#/components/schemas/{schema_name(kind)}" for kind in sorted(kinds())}
    whole = {
        "oneOf": [*({"$ref": ref} for ref in each.values()), _ref("SignedElsewhere")],
        "discriminator": {"propertyName": "kind", "mapping": each},
    }
    return {
        "post": {
            "operationId": "act",
            "summary": "Do one act",
            "requestBody": {"required": True, "content": {JSON: {"schema": whole}}},
            "responses": {
                "201": _answer("It stands; the receipt proves it offline and for ever.", "Receipt"),
                "200": _answer(
                    "The same person sent the same before: the first receipt.", "Receipt"
                ),
                "400": _answer("It cannot be read."),
                "401": _answer("Nobody is signed in."),
                "403": _answer(
                    "The token lacks the scope act, or a session came without its CSRF token."
                ),
                "404": _answer("It concerns what is unknown, or not yours to see."),
                "409": _answer("The nonce was used for another act."),
                "422": _answer("It is out of order; every reason is told at once.", "Refusals"),
                "429": _answer("Strangers may try only so often."),
            },
        }
    }


def _blobs() -> dict[str, Any]:
    return {
        "post": {
            "operationId": "lodge",
            "summary": "Lodge a paper or a scan before the act that files it",
            "requestBody": {
                "required": True,
                "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
            },
            "responses": {
                "201": _answer("What a field of the act binds it with.", "Blob"),
                "401": _answer("Nobody is signed in."),
            },
        }
    }


def _log() -> dict[str, Any]:
    return {
        path: {
            "get": {
                "summary": says,
                **({"parameters": [_parameter(name) for name in names]} if names else {}),
                "responses": {
                    "200": {"description": says, "content": {kind: {}}},
                    "404": _answer("There is none."),
                },
            }
        }
        for path, kind, says, names in (
            ("/log/checkpoint", "text/plain", "The newest signed checkpoint", ()),
            (
                "/log/tile/{place}",
                "application/octet-stream",
                "A tile or an entry bundle (C2SP tlog-tiles)",
                ("place",),
            ),
            (
                "/log/parts/{place}",
                "text/plain",
                "The parts of a bundle that you may see",
                ("place",),
            ),
            (
                "/log/blobs/{digest}",
                "application/octet-stream",
                "A blob that you may see",
                ("digest",),
            ),
            ("/log/proof/{index}", "text/plain", "A tlog-proof of one act", ("index",)),
            ("/healthz", JSON, "That the server is well", ()),
        )
    }


def _twin(path: str) -> dict[str, Any]:
    names = [piece[1:-1] for piece in path.replace(".json", "").split("/") if piece.startswith("{")]
    return {
        "get": {
            "summary": f"What the page {path.removesuffix('.json')} says, as data",
            **({"parameters": [_parameter(name) for name in names]} if names else {}),
            "responses": {
                "200": {
                    "description": "The reading",
                    "content": {JSON: {"schema": {"type": "object"}}},
                },
                "404": _answer("Unknown, or not yours to see."),
            },
        }
    }


def _parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


_SCHEMAS: dict[str, Any] = {
    "Audience": {"type": "string", "enum": [each.value for each in Audience]},
    "SignedElsewhere": {
        "type": "object",
        "description": "A statement with all its parts, signed with a key of one's own",
        "required": ["statement", "parts"],
        "additionalProperties": False,
        "properties": {
            "statement": {"type": "string", "contentEncoding": "base64"},
            "parts": {"type": "array", "items": {"type": "string"}},
            "signature": {
                "type": ["object", "null"],
                "required": ["public_key", "sig"],
                "properties": {"public_key": {"type": "string"}, "sig": {"type": "string"}},
            },
        },
    },
    "Receipt": {
        "type": "object",
        "required": ["index", "leaf", "parts", "received", "kind", "checkpoint", "proof"],
        "properties": {
            "index": {"type": "integer", "minimum": 0},
            "leaf": {"type": "string"},
            "parts": {"type": "array", "items": {"type": "string"}},
            "received": {"type": "string"},
            "kind": {"type": "string"},
            "checkpoint": {"type": "string"},
            "proof": {"type": "string"},
        },
    },
    "Blob": {
        "type": "object",
        "required": ["blob", "length", "media_type"],
        "properties": {
            "blob": {"type": "string"},
            "length": {"type": "integer"},
            "media_type": {"type": "string"},
        },
    },
    "Refusals": {
        "type": "object",
        "required": ["refusals"],
        "properties": {
            "refusals": {"type": "array", "items": {"$ref": "#/components/schemas/Refusal"}}
        },
    },
    "Refusal": {
        "type": "object",
        "required": ["code", "rule", "field", "facts", "says"],
        "properties": {
            "code": {"type": "string"},
            "rule": {"type": "string"},
            "field": {"type": "string"},
            "facts": {"type": "object"},
            "says": {"type": "string"},
        },
    },
    "Error": {
        "type": "object",
        "required": ["error", "says"],
        "properties": {
            "error": {"type": "string"},
            "says": {"type": "string"},
            "what": {"type": "string"},
            "expected": {"type": "string"},
            "found": {"type": "string"},
        },
    },
}
