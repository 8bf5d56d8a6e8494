"""Errands and views: what people come to do, one file each."""
