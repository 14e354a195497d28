"""People as users of the software: sign-in, keys, and contact data that can be erased."""
