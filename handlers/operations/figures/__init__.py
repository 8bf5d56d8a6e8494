"""File, check, prove and review the figures of a month."""
