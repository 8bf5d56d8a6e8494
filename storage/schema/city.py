"""Tables of the city itself: units, schemes, indicators, targets, its calendar, points."""

import sqlalchemy as sa

from storage.schema.columns import Digits, id_col, metadata, moment, to, word

unit = sa.Table(
    "unit",
    metadata,
    id_col(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    word("name"),
    word("short_name"),
    word("track"),  # town | agency | office
    word("category"),
    sa.Column("aliases", sa.JSON, nullable=False),
    sa.Column("difficulty", Digits, nullable=False),
    sa.Column("valid_from", sa.Date, nullable=True),
    sa.Column("valid_until", sa.Date, nullable=True),
)

scheme = sa.Table(
    "scheme",
    metadata,
    id_col(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    word("name"),
    sa.Column("year", sa.Integer, nullable=False),
    word("track"),
    sa.Column("full_points", Digits, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("indicator_places", sa.Integer, nullable=False),
    word("rank_on"),
    sa.Column("groups", sa.JSON, nullable=False),
    sa.Column("rules", sa.JSON, nullable=False),  # caps, tie break, size of the bottom
    sa.Column("invented", sa.Boolean, nullable=False),
    sa.UniqueConstraint("year", "track"),
)

indicator = sa.Table(
    "indicator",
    metadata,
    id_col(),
    to("scheme"),
    word("code"),
    word("name"),
    word("group_code"),
    word("unit_of_measure"),
    word("direction"),
    sa.Column("weight", Digits, nullable=False),
    word("method"),
    to("unit", name="monitoring_unit_id"),
    word("frequency"),
    word("kind"),
    sa.Column("cap_pct", Digits, nullable=True),
    sa.Column("due_day", sa.Integer, nullable=False),
    sa.Column("applies_to", sa.JSON, nullable=False),
    sa.Column("not_applicable", sa.JSON, nullable=False),
    sa.Column("best", Digits, nullable=True),
    sa.Column("worst", Digits, nullable=True),
    word("missing"),
    sa.Column("accepted_min", Digits, nullable=True),
    sa.Column("accepted_max", Digits, nullable=True),
    sa.Column("parts", sa.JSON, nullable=False, server_default="[]"),
    sa.Column("parts_band_pct", Digits, nullable=True),
    sa.Column("total_band_pct", Digits, nullable=True),
    word("evidence", default="optional"),  # optional | required
    sa.Column("seasonality", sa.JSON, nullable=True),  # twelve cumulative shares in percent
    sa.UniqueConstraint("scheme_id", "code"),
)

target = sa.Table(
    "target",
    metadata,
    id_col(),
    to("indicator"),
    to("unit"),
    sa.Column("base", Digits, nullable=True),
    sa.Column("target", Digits, nullable=True),
    moment("known_from"),
    word("document", optional=True),
    word("effective_from", optional=True),  # the first month it counts for, "2013-07"
    sa.UniqueConstraint("indicator_id", "unit_id", "known_from"),
)

calendar_day = sa.Table(
    "calendar_day",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    word("kind"),  # holiday | makeup_workday
    word("name"),
)

point = sa.Table(
    "point",
    metadata,
    id_col(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    word("name"),
    word("type"),
    to("unit"),
)
