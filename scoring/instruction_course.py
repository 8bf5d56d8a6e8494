"""The course of a leader's instruction (批示): given, signed for, reported done, accepted or back.

The leader or the office judges; whoever it is addressed to never accepts their own report.
"""

from scoring.courses import Course, Move, Term, all_to, by

INSTRUCTION = Course(
    name="instruction",
    start="given",
    awaited={
        "given": "addressee",
        "working": "addressee",
        "back": "addressee",
        "reported": "owner",
    },
    moves={
        "sign": Move(by("addressee"), {"given": "working"}),
        "progress": Move(by("addressee"), {"working": "working", "back": "back"}, in_words=True),
        "report": Move(by("addressee"), all_to("reported", "working", "back"), in_words=True),
        "accept": Move(by("owner", "office"), {"reported": "accepted"}),
        "send_back": Move(by("owner", "office"), {"reported": "back"}, in_words=True),
        "press": Move(
            by("owner"),
            {each: each for each in ("given", "working", "back")},
            in_words=True,
            or_spoken=True,
        ),
        "put_off": Move(
            by("owner", "office"), {each: each for each in ("given", "working", "back")}
        ),
        "turn": Move(
            by("owner", "office"), all_to("turned", "given", "working", "back", "reported")
        ),
        "withdraw": Move(
            by("owner", "office"),
            all_to("withdrawn", "given", "working", "back", "reported"),
            in_words=True,
        ),
    },
    terms={"given": Term(working_days=2), "reported": Term(working_days=3)},
    until_finish=frozenset({"given", "working", "back"}),
)
"""What is sent back keeps the leader's day: a new one takes the leader's or the office's word.

Whoever is pressed has no more time for it: the clock of the step runs on.
"""

STANDING: frozenset[str] = frozenset({"press"})
"""What is said without moving anything, not even the clock."""

WITH_ADDRESSEE = frozenset(
    state for state, side in INSTRUCTION.awaited.items() if side == "addressee"
)
READY_WORKING_DAYS = (3, 5, 10)
"""The days offered for an instruction, besides the end of the month."""
MONTH_END_WORKING_DAYS = 3
"""The end of the month is offered while it is this far away; after that, the next one's."""
