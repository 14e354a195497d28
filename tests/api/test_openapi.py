"""The description of the interface is the register's: a kind that is not in it does not exist."""

import json
from typing import Any

import pytest

from comity.acts.register import load
from comity.api.openapi import document, schema_name
from comity.core.act import act_shapes, required_fields
from comity.core.audience import ENVELOPE_KEYS


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    load()
    return document(twins={"/index.json": (), "/silence/{id}.json": ("after",)}, title="Comity")


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(each) for each in value.values()))
    return set().union(*(references(each) for each in value)) if isinstance(value, list) else set()


def test_every_kind_is_described_with_exactly_its_fields(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    for kind, cls in load().items():
        schema = schemas[schema_name(kind)]
        own = set(schema["properties"]) - ENVELOPE_KEYS
        assert own == set(act_shapes(cls)), kind
        assert set(schema["required"]) == {"kind", "on_behalf_of", *required_fields(cls)}, kind


def test_a_kind_is_told_apart_by_its_name(described: dict[str, Any]) -> None:
    body = described["paths"]["/acts"]["post"]["requestBody"]["content"]["application/json"][
        "schema"
    ]
    assert sorted(body["discriminator"]["mapping"]) == list(load())


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    there = {
        f"#/components/{section}/{name}"
        for section in ("schemas", "responses")
        for name in described["components"][section]
    }
    assert references(described) - there == set()


def test_a_twin_names_what_stands_in_its_address(described: dict[str, Any]) -> None:
    asked = described["paths"]["/silence/{id}.json"]["get"]["parameters"]
    assert [(each["name"], each["in"]) for each in asked] == [
        ("id", "path"),
        ("after", "query"),
    ]


def test_it_is_json(described: dict[str, Any]) -> None:
    assert json.loads(json.dumps(described)) == described
