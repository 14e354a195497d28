"""Words are proposed, weighed, left in silence, adopted and put forward."""
