"""Word files with tracked changes, in and out."""
