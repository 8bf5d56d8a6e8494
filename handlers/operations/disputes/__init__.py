"""A figure is checked, disputed, corrected or restated."""
