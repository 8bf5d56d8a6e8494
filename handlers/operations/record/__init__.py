"""How monitoring units report: in time, late or missing; their analyses; their record."""
