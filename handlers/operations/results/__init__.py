"""A unit's own result, as it is drawn and told."""
