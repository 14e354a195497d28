"""A list that a secretariat brings: chosen or pasted, its columns matched, tried, and only then entered."""
