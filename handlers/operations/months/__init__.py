"""Close a month: freeze, alert the last two, release, publish."""
