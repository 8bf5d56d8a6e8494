"""Inspections, instructions and rectifications: what a unit is led through step by step."""
