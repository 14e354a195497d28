"""Everything a person may do for a party: one file per act kind, and they do not know each other."""
