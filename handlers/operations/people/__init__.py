"""Who is here and in whose place: invitations, deputies, handovers, leaving."""
