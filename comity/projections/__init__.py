"""Read models: pure functions from an act and its effect to rows, one file per question a page asks."""
