"""The course of a finding of a special inspection (专项监察): the unit is heard before it counts.

Whoever decides is a second person of the office, or of the committee: never the inspector.
"""

from scoring.courses import Course, Move, Term, all_to, by

SEVERITIES = ("minor", "serious", "grave")
FINISH_MONTHS = 3
"""How long the rectification has that a confirmed finding brings."""

FINDING = Course(
    name="finding",
    start="filed",
    awaited={"filed": "unit", "answered": "independent"},
    moves={
        "answer": Move(by("unit"), {"filed": "answered"}, in_words=True),
        "confirm": Move(by("independent"), {"answered": "confirmed"}),
        "change": Move(by("independent"), {"answered": "confirmed"}),
        "drop": Move(by("independent"), {"answered": "dropped"}, in_words=True),
        "retract": Move(by("owner"), all_to("retracted", "filed", "answered"), in_words=True),
    },
    terms={"filed": Term(working_days=5), "answered": Term(working_days=5)},
    runs_out={"filed": ("silence", "answered")},
)
"""Silence is an answer too: the office then decides without one."""
