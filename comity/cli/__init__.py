"""The same readings and the same desk, in a terminal."""
