"""The sentences of the house: minutes, refusals, and what a signer must know before."""
