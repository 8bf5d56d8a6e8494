"""Inspections, instructions and rectifications."""
