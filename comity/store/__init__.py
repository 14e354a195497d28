"""Where leaves, entities and rows are kept and commit together; the only room with SQL."""
