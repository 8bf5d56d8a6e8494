"""The office's desk, its lists, the burden and the checks."""
