"""Checking, disputing, correcting and restating a figure."""
