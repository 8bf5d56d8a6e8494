"""How reporting stands, and the record of each monitoring unit."""
