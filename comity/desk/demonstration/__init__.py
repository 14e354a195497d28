"""The demonstration: a real programme's history and an exercise, entered act by act through the desk."""
