"""Tables of people: who may act as what, who stands in for whom, who came and left."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

person = sa.Table(
    "person",
    metadata,
    id_col(),
    word("name"),
    word("title", optional=True),
    word("lang", default="zh"),
    sa.Column("user_id", sa.BigInteger, nullable=True, unique=True),
    sa.Column("quiet_from", sa.String, nullable=True),  # own hours, "18:00"
    sa.Column("quiet_until", sa.String, nullable=True),
    moment("left_at", optional=True),
    moment("unreachable_at", optional=True),
    word("unreachable_why", optional=True),
)

role = sa.Table(
    "role",
    metadata,
    id_col(),
    to("person"),
    word("kind"),  # reporter reviewer contact administrator observer leader …
    to("unit", optional=True),
    to("point", optional=True),
    moment("granted_at"),
    moment("revoked_at", optional=True),
    sa.Index("ix_role_person", "person_id"),
    sa.Index("ix_role_unit", "unit_id", "kind"),
)

deputy = sa.Table(
    "deputy",
    metadata,
    id_col(),
    to("person"),
    to("person", name="deputy_id"),
    moment("from_at"),
    moment("until_at", optional=True),
)

invitation = sa.Table(
    "invitation",
    metadata,
    id_col(),
    sa.Column("token_hash", sa.String, nullable=False, unique=True),
    to("person"),
    to("person", name="invited_by", optional=True),
    moment("created_at"),
    moment("expires_at"),
    moment("used_at", optional=True),
    sa.Column("used_by_user", sa.BigInteger, nullable=True),
    moment("revoked_at", optional=True),
)

takeover = sa.Table(
    "takeover",  # whoever uses the invitation takes over the work of a person
    metadata,
    sa.Column("invitation_id", sa.Integer, sa.ForeignKey("invitation.id"), primary_key=True),
    to("person"),
)

staff_change = sa.Table(
    "staff_change",
    metadata,
    id_col(),
    word("kind"),  # left | handed-over | invited | role-given | role-taken | undone
    to("person"),
    sa.Column("user_id", sa.BigInteger, nullable=True),  # the account they had until then
    to("person", name="successor_id", optional=True),
    to("unit", optional=True),  # where an administrator of a unit acted
    to("person", name="by", optional=True),
    moment("at"),
    sa.Column("detail", sa.JSON, nullable=False),  # what it takes to undo it
    to("staff_change", name="undoes_id", optional=True),
    sa.UniqueConstraint("undoes_id"),
    sa.Index("ix_staff_change_account", "user_id"),
    sa.Index("ix_staff_change_successor", "successor_id"),
)

access_request = sa.Table(
    "access_request",
    metadata,
    id_col(),
    sa.Column("user_id", sa.BigInteger, nullable=False, unique=True),
    word("name"),
    word("said", optional=True),
    moment("asked_at"),
    word("state", default="open"),  # open | invited | declined
    moment("decided_at", optional=True),
    to("person", name="decided_by", optional=True),
)
