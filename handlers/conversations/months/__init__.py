"""Closing a month: freezing it, answering an alert, releasing it."""
