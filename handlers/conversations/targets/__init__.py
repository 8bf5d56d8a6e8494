"""Targets proposed, agreed, adjusted, and seasonal plans."""
