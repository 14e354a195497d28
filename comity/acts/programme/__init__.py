"""What the programme is, and what is kept about its own record."""
