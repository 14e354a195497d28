"""Signing in and out, passkeys, and walking into a demonstration."""
