"""An observation from its report to its end; the unit never learns whose it is."""
