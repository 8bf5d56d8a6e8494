"""Tables of leaders' instructions: what was seen when one was given."""

import sqlalchemy as sa

from storage.schema.columns import metadata, moment, word

sight = sa.Table(
    "sight",
    metadata,
    sa.Column("matter_id", sa.Integer, sa.ForeignKey("matter.id"), primary_key=True),
    word("kind"),  # unit | figure | reporting
    sa.Column("facts", sa.JSON, nullable=False),  # the numbers as they were shown
    moment("as_of"),
)
