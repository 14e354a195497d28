"""Pages: from a URL through permission and reading or submission to a template."""
