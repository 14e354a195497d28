"""What the answers of the interface look like, as JSON Schema; the schemas of the kinds are the register's own."""

from typing import Any

from comity.core.audience import Audience

SCHEMAS: dict[str, Any] = {
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
    "Draft": {
        "type": "object",
        "description": "What a signer would sign: read the parts before you do",
        "required": ["statement", "parts"],
        "additionalProperties": False,
        "properties": {
            "statement": {"type": "string", "contentEncoding": "base64"},
            "parts": {"type": "array", "items": {"type": "string"}},
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
            "refusals": {"type": "array", "items": {"$ref": "#/components/schemas/Refusal"}},
            "field": {"type": "string"},
            "name": {"type": "string"},
            "count": {"type": "integer", "minimum": 1},
            "things": {
                "type": "array",
                "description": "What is called alike already: the first five of `count`",
                "items": {
                    "type": "object",
                    "required": ["thing", "name", "since"],
                    "additionalProperties": False,
                    "properties": {
                        "thing": {"type": "string"},
                        "name": {"type": "string"},
                        "since": {"type": "string"},
                    },
                },
            },
        },
    },
    "Unreadable": {
        "type": "object",
        "description": "Everything that cannot be read, told at once; the first stands in front, too",
        "required": ["error", "what", "expected", "found", "says", "unread", "is_cut"],
        "additionalProperties": False,
        "properties": {
            "error": {"const": "malformed"},
            "says": {"type": "string"},
            "what": {"type": "string"},
            "expected": {"type": "string"},
            "found": {"type": "string"},
            "unread": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "required": ["what", "expected", "found"],
                    "additionalProperties": False,
                    "properties": {
                        "what": {"type": "string"},
                        "expected": {"type": "string"},
                        "found": {"type": "string"},
                    },
                },
            },
            "is_cut": {
                "type": "boolean",
                "description": "True where there was so much of it that the rest was not looked at",
            },
        },
    },
    "Health": {
        "type": "object",
        "required": ["ok", "size", "scrub_due", "letters_given_up"],
        "properties": {
            "ok": {"type": "boolean"},
            "size": {"type": "integer", "minimum": 0},
            "scrub_due": {"type": ["string", "null"]},
            "letters_given_up": {"type": "integer", "minimum": 0},
        },
    },
}
