"""Bring a city in from files: a plan first, then the deed."""
