"""What an act, an entity, a mandate and a refusal are. No clock, no database, no framework."""
