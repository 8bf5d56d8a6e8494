"""The office's desk: what is late, what it costs, how the checks are tuned."""
