"""Who takes part, who may act for them, and where they sit."""
