"""What was put forward is backed, promised, done and carried on."""
