"""What answers a request: a page and its twin, an act's form, the tour."""
