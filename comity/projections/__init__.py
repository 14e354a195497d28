"""What pages ask, as rows: pure functions of an act, or of a thing as it now stands. One file per question."""
