"""Programmes as files that a person can read and correct, and the reader that turns them into acts."""
