"""Where people stand, from what they said: an ordinal latent model on the votes that were cast, and on no others."""
