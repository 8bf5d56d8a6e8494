"""The invented city's files, and where they lie."""

from pathlib import Path


def city_folder() -> Path:
    """Return the folder of the shipped city."""
    return Path(__file__).parent
