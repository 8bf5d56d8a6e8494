"""What the clock owes: deadlines, reminders, digests, requests for more time."""
