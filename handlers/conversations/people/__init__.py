"""People: inviting, deputies, handing over, settings."""
