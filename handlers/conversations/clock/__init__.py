"""Reminders as they are answered, and requests for more time."""
