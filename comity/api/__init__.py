"""The same readings and the same desk, as JSON."""
