"""The working contact between parties that the agreements are about."""
