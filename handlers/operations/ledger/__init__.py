"""Bonus, deduction and veto, from a claim to their effect on points."""
