"""Reading what people type: one answer, a pasted column, a month in one message.

Nothing here guesses: what has two readings comes back as a reason to show, in words.
"""
