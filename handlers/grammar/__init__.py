"""Reading what people type: one number, a pasted column, a month in one message."""
