"""The colours of the reports, chosen to stay apart for colour-blind readers and in grey print.

Colour repeats what an arrow, a hatch, a tag or a number already says; it is never alone.
"""

PAPER = "#FFFFFF"
INK = "#14202B"
MUTED = "#566573"
RULE = "#CFD6DD"
TRACK = "#EBEFF3"
HATCH = "#FFFFFF"

BLUE = "#2F6FA8"
BLUE_DEEP = "#123F6B"
BLUE_PALE = "#A9C8E4"
SAND = "#C9A26B"
ORANGE = "#A84B00"
GREY_LINE = "#B4BEC8"

# Parts of a whole, from the most to the least weighty; light enough apart for grey print.
PARTS = ("#1D5389", "#6FA3D0", "#C6A15B", "#8D99A6", "#D9DFE5")

# What the ledger adds to a score, at the end of a bar; what it takes is struck out in ORANGE.
BONUS = "#4E9A6B"

# Shares of the full points, from far below to full or more.
SHARES = ("#E79A4B", "#F8D7AC", "#F4F4F1", "#BCD5EA", "#6EA5D4")

# How much is past its term: nothing, a little, and so on up to half or more; grey print keeps them
# apart, and the number in the cell says it anyway.
LATE = ("#DCE9F4", "#FBE9CF", "#F3C68A", "#E39A4C", "#A84B00")
