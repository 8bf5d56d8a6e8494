"""Targets are proposed, agreed, adjusted; seasonal plans are made of last years."""
