"""What pages may ask of the wording room."""
