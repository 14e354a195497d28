"""What is kept, table by table. KEPT is the record and what cannot be had from it; DERIVED can be rebuilt."""

from __future__ import annotations

KEPT = {
    "head": "id INT PRIMARY KEY, size INT, received TEXT, peaks BYTES, origin TEXT, is_simulated INT, note TEXT",
    "leaf": "idx INT PRIMARY KEY, bytes BYTES NOT NULL",
    "node": "level INT, n INT, hash BYTES NOT NULL, PRIMARY KEY (level, n)",
    "checkpoint": "size INT PRIMARY KEY, root TEXT NOT NULL, note TEXT NOT NULL",
    "submission": "person TEXT, nonce TEXT, content TEXT NOT NULL, act INT NOT NULL, PRIMARY KEY (person, nonce)",
    "part": (
        "act INT, place INT, name TEXT, digest TEXT NOT NULL, text TEXT, audience TEXT NOT NULL, signed TEXT NOT NULL,"
        " is_erasable INT NOT NULL, erased_by INT, PRIMARY KEY (act, name)"
    ),
    "blob": (
        "digest TEXT PRIMARY KEY, act INT, part TEXT, bytes BYTES, media_type TEXT NOT NULL, length INT NOT NULL,"
        " lodged_by TEXT NOT NULL, lodged_at TEXT NOT NULL, erased_by INT"
    ),
    "scrub": "id INT PRIMARY KEY, since TEXT NOT NULL, times INT NOT NULL, tried TEXT NOT NULL, fault TEXT NOT NULL",
    "heartbeat": "minute TEXT PRIMARY KEY",
    "sending": (
        "act INT, party TEXT, person TEXT, state TEXT NOT NULL, after TEXT NOT NULL, tries INT NOT NULL,"
        " at TEXT NOT NULL, proof TEXT NOT NULL, fault TEXT NOT NULL, PRIMARY KEY (act, party, person)"
    ),
}
"""The record, and what the desk knows beside it. The columns `audience` and `erased_by` are derived all the same."""

DERIVED = {
    "act": (
        "idx INT PRIMARY KEY, kind TEXT NOT NULL, kind_audience TEXT NOT NULL, by_person TEXT NOT NULL,"
        " party TEXT NOT NULL, concerns TEXT NOT NULL, body TEXT NOT NULL, scope TEXT NOT NULL, at TEXT NOT NULL,"
        " effective TEXT NOT NULL, is_recorded INT NOT NULL, is_signed INT NOT NULL, struck_by INT"
    ),
    "named": "act INT, reader TEXT, PRIMARY KEY (act, reader)",
    "effect": (
        "act INT, thing TEXT, makes INT NOT NULL, part TEXT NOT NULL, diff TEXT NOT NULL, PRIMARY KEY (act, thing)"
    ),
    "entity": (
        "thing TEXT PRIMARY KEY, type TEXT NOT NULL, key TEXT NOT NULL, made_by INT NOT NULL, made_part TEXT NOT NULL,"
        " audience TEXT NOT NULL, scope TEXT NOT NULL, json TEXT NOT NULL, origins TEXT NOT NULL"
    ),
    "entity_index": (
        "name TEXT, value TEXT, thing TEXT, act INT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (name, value, thing)"
    ),
    "mention": "thing TEXT, act INT, part TEXT NOT NULL, PRIMARY KEY (thing, act)",
    "link": "child TEXT, parent TEXT, act INT, part TEXT NOT NULL, PRIMARY KEY (child, parent, act)",
    "term": "term TEXT, act INT, part TEXT, PRIMARY KEY (term, act, part)",
    "owed": (
        "thing TEXT, what TEXT, about TEXT NOT NULL, body TEXT NOT NULL, party TEXT, person TEXT, role TEXT,"
        " due TEXT NOT NULL, shown TEXT NOT NULL, weight INT NOT NULL, act INT NOT NULL, part TEXT NOT NULL,"
        " PRIMARY KEY (thing, what, party, person)"
    ),
    "alarm": "thing TEXT PRIMARY KEY, what TEXT NOT NULL, due TEXT NOT NULL, claimed TEXT NOT NULL",
    "made_with": "id INT PRIMARY KEY, digest TEXT NOT NULL",
    "letter": "act INT, party TEXT, what TEXT NOT NULL, thing TEXT NOT NULL, PRIMARY KEY (act, party)",
}
"""What pages ask: all of it a pure function of the acts."""

INDEXES = {
    "part_digest": "part (digest)",
    "blob_act": "blob (act)",
    "act_kind": "act (kind, idx)",
    "act_party": "act (party, idx)",
    "act_by": "act (by_person, idx)",
    "effect_thing": "effect (thing, act)",
    "entity_type": "entity (type, key)",
    "entity_maker": "entity (made_by)",
    "index_thing": "entity_index (thing)",
    "mention_act": "mention (act)",
    "link_parent": "link (parent, child)",
    "link_in_order": "link (parent, act)",
    "owed_party": "owed (party, what)",
    "owed_body": "owed (body, what)",
    "owed_about": "owed (about, what)",
    "alarm_due": "alarm (due)",
    "letter_thing": "letter (thing)",
}


def column_types(table: str) -> list[str]:
    """Return INT, TEXT or BYTES for each column of a table, in order."""
    return [column.split()[1] for column in _columns(table)]


def column_names(table: str) -> list[str]:
    """Return the names of a table's columns, in order."""
    return [column.split()[0] for column in _columns(table)]


def _columns(table: str) -> list[str]:
    return {**KEPT, **DERIVED}[table].partition(", PRIMARY KEY")[0].split(",")
