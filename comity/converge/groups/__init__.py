"""Groups, only if they are there: a division that foretells, has a gap in it, and comes again with other people."""
