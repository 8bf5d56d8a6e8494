"""Verbs: one function is one deed, inside the caller's transaction."""
