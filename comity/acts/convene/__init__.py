"""Parties are brought together, and something comes of it."""
