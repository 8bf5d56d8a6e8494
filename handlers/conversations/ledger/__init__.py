"""Bonus, deduction and veto: claiming, answering, looking."""
