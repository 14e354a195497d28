"""The tags of the pages."""
