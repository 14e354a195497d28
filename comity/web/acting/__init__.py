"""From a kind of act to its form, from a form to an envelope, from an envelope to what others will read."""
