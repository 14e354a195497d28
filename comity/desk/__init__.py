"""The registry desk: the one way in and the one way to look. Clock, keys and notices enter here."""
