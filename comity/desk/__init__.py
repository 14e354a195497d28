"""The registry desk: the one way in, and the one window to look through."""
