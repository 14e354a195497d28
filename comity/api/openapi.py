"""The description of the interface, OpenAPI 3.1, made from the register: a new kind appears by itself."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from comity.api.schemas import SCHEMAS
from comity.core.act import kinds
from comity.core.schema import kind_schema

JSON = "application/json"
TEXT = "text/plain"
BINARY = "application/octet-stream"
ANYTHING = {"type": "object"}
WORDS = {"type": "string"}
PAPERS = (
    BINARY,
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/png",
    TEXT,
)
"""What papers and scans mostly are."""
BYTES = {"type": "string", "format": "binary"}


def document(*, twins: Mapping[str, Sequence[str]], title: str) -> dict[str, Any]:
    """Describe every kind of act, every twin of a page with what its query takes, and the log's files."""
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version("comity"), "description": _ABOUT},
        "paths": {
            "/acts": _acts(),
            "/drafts": _drafts(),
            "/blobs": _blobs(),
            "/blobs/{digest}": _blob(),
            **_log(),
            **{path: _twin(path, query) for path, query in twins.items()},
        },
        "components": {
            "schemas": {
                **{
                    schema_name(kind): kind_schema(kind, cls)
                    for kind, cls in sorted(kinds().items())
                },
                **SCHEMAS,
            },
            "responses": _ALWAYS,
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


_ALWAYS = {
    "Unreadable": _answer("It cannot be read.", "Unreadable"),
    "WhoIsThere": _answer(
        "The token is not known here, or nobody is signed in where somebody must be."
    ),
    "NotSoFar": _answer("The token lacks the scope, or a session came without its CSRF token."),
    "TooOften": _answer("Strangers, and tokens that are not known, may try only so often."),
    "Stumbled": _answer("The fault is ours; nothing was entered by this."),
}
"""What any address may answer, whatever it is asked."""


def _answers(of: dict[str, Any]) -> dict[str, Any]:
    always = zip(("400", "401", "403", "429", "500"), _ALWAYS, strict=True)
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in always} | of


def _each_kind(*others: str) -> dict[str, Any]:
    """Describe a body that is an act of any kind, or one of some others."""
    each = {kind: f"#/components/schemas/{schema_name(kind)}" for kind in sorted(kinds())}
    return {
        "oneOf": [*({"$ref": ref} for ref in each.values()), *map(_ref, others)],
        "discriminator": {"propertyName": "kind", "mapping": each},
    }


def _drafts() -> dict[str, Any]:
    return {
        "post": {
            "operationId": "draft",
            "summary": "Draft an act, to be signed with a key of one's own; nothing is entered",
            "requestBody": {"required": True, "content": {JSON: {"schema": _each_kind()}}},
            "responses": _answers(
                {
                    "200": _answer("The statement, and every part that it binds.", "Draft"),
                    "404": _answer("It concerns what is unknown, or not yours to see."),
                    "409": _answer(
                        "It says that it is no other (`is_another` false), and something is called alike."
                    ),
                    "422": _answer("It is out of order; every reason is told at once.", "Refusals"),
                }
            ),
        }
    }


def _acts() -> dict[str, Any]:
    whole = _each_kind("SignedElsewhere")
    return {
        "post": {
            "operationId": "act",
            "summary": "Do one act",
            "requestBody": {"required": True, "content": {JSON: {"schema": whole}}},
            "responses": _answers(
                {
                    "201": _answer(
                        "It stands; the receipt proves it offline and for ever.", "Receipt"
                    ),
                    "200": _answer(
                        "The same person sent the same before: the first receipt.", "Receipt"
                    ),
                    "404": _answer("It concerns what is unknown, or not yours to see."),
                    "409": _answer(
                        "The nonce was used for another act; or the act says that it is no other"
                        " (`is_another` false), and something is called alike already."
                    ),
                    "422": _answer("It is out of order; every reason is told at once.", "Refusals"),
                }
            ),
        }
    }


def _blobs() -> dict[str, Any]:
    return {
        "post": {
            "operationId": "lodge",
            "summary": "Lodge a paper or a scan before the act that files it",
            "requestBody": {
                "required": True,
                "description": "Any other type is taken too, but none of a form",
                "content": {kind: {"schema": BYTES} for kind in PAPERS},
            },
            "responses": _answers(
                {
                    "201": _answer("What a field of the act binds it with.", "Blob"),
                    "413": _answer(
                        "So much that you lodged waits for an act that no more is kept."
                    ),
                }
            ),
        }
    }


def _blob() -> dict[str, Any]:
    return _look(
        "The bytes of a paper or a scan, as they were lodged",
        kind="*/*",
        schema=BYTES,
        of=("digest",),
    )


def _look(
    says: str,
    *,
    kind: str = JSON,
    schema: dict[str, Any],
    of: Sequence[str] = (),
    query: Sequence[str] = (),
) -> dict[str, Any]:
    parameters = [*map(_parameter, of), *map(_asked, query)]
    found = {"description": says, "content": {kind: {"schema": schema}}}
    return {
        "get": {
            "summary": says,
            **({"parameters": parameters} if parameters else {}),
            "responses": _answers({"200": found, "404": _answer("Unknown, or not yours to see.")}),
        }
    }


def _log() -> dict[str, Any]:
    return {
        path: _look(says, kind=kind, schema=schema, of=names)
        for path, kind, schema, says, names in (
            ("/log/checkpoint", TEXT, WORDS, "The newest signed checkpoint", ()),
            (
                "/log/tile/{place}",
                BINARY,
                BYTES,
                "A tile or an entry bundle (C2SP tlog-tiles); the place has slashes in it",
                ("place",),
            ),
            (
                "/log/parts/{place}",
                TEXT,
                WORDS,
                "The parts of a bundle that you may see; the place has slashes in it",
                ("place",),
            ),
            (
                "/log/blobs/{digest}",
                BINARY,
                BYTES,
                "A blob that you may see, as it is hashed, its salt included",
                ("digest",),
            ),
            ("/log/proof/{index}", TEXT, WORDS, "A tlog-proof of one act", ("index",)),
            ("/healthz", JSON, _ref("Health"), "That the server is well", ()),
            ("/openapi.json", JSON, ANYTHING, "This description", ()),
        )
    }


def _twin(path: str, query: Sequence[str]) -> dict[str, Any]:
    names = [piece[1:-1] for piece in path.replace(".json", "").split("/") if piece.startswith("{")]
    says = f"What the page {path.removesuffix('.json')} says, as data"
    return _look(says, schema=ANYTHING, of=names, query=query)


NAMED: Mapping[str, dict[str, Any]] = {
    "id": {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"},
    "index": {"type": "string", "pattern": "^(0|[1-9][0-9]{0,14})$"},
    "digest": {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"},
    "place": {"type": "string", "pattern": "^[a-z0-9./]{1,60}$"},
}
"""What stands in addresses, and how it is written."""
ASKED: Mapping[str, str] = {
    "after": "what `more` of the page before says, to go on with that list",
    "before": "what `older` of the page before says",
    "on": "a day, a month or a year: the list as it was at its end",
    "half": "which half of the programme the acts are of",
    "of": "the kinds of acts to show",
    "q": "the words to look for",
}
"""What may stand in a query."""


def _parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": NAMED[name]}


def _asked(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": ASKED[name], "schema": WORDS}
