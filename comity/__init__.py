"""Comity: a secretariat in software, on a record that every party can check."""
