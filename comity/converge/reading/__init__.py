"""From bytes to positions: three formats of votes, and declared blocs. Every fault has its line and its column."""
