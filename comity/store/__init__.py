"""Where things are kept: SQLite or PostgreSQL. The only room with SQL. Leaf, entities and rows commit together."""
