"""The house rules are read from the source; nothing is opened twice."""
