"""Reporting, verifying, answering and confirming observations."""
