"""Every table of the city's memory; the only file that names columns and constraints.

Moments are aware in Python and UTC in the file. Figures are decimal digits kept as text.
Rows of `reading`, `review`, `question`, `vouched_figure`, `check_setting`, `evidence`, `journal`,
`freeze`, `observation_event`, `extension`, `extension_event`, `deadline_move`, `outage`,
`staff_change`, `on_behalf` and `objection` are added, never changed.
"""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse a moment without a zone: it could mean any hour."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give the moment its zone back."""
        return value.replace(tzinfo=UTC) if value is not None else None


class Digits(TypeDecorator[Decimal]):
    """A decimal number kept digit for digit, so that 3.790 stays 3.790."""

    impl = sa.String(48)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Write the digits out."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        """Read the digits back."""
        return None if value is None else Decimal(value)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _to(table: str, *, name: str | None = None, optional: bool = False) -> sa.Column[int]:
    return sa.Column(
        name or f"{table}_id", sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=optional
    )


def _word(name: str, *, optional: bool = False, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=optional, server_default=default)


def _moment(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, Moment, nullable=optional)


# --- the city ------------------------------------------------------------------------------

unit = sa.Table(
    "unit",
    metadata,
    _id(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    _word("name"),
    _word("short_name"),
    _word("track"),  # town | agency | office
    _word("category"),
    sa.Column("aliases", sa.JSON, nullable=False),
    sa.Column("difficulty", Digits, nullable=False),
    sa.Column("valid_from", sa.Date, nullable=True),
    sa.Column("valid_until", sa.Date, nullable=True),
)

scheme = sa.Table(
    "scheme",
    metadata,
    _id(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    _word("name"),
    sa.Column("year", sa.Integer, nullable=False),
    _word("track"),
    sa.Column("full_points", Digits, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("indicator_places", sa.Integer, nullable=False),
    _word("rank_on"),
    sa.Column("groups", sa.JSON, nullable=False),
    sa.Column("rules", sa.JSON, nullable=False),  # caps, tie break, size of the bottom
    sa.Column("invented", sa.Boolean, nullable=False),
    sa.UniqueConstraint("year", "track"),
)

indicator = sa.Table(
    "indicator",
    metadata,
    _id(),
    _to("scheme"),
    _word("code"),
    _word("name"),
    _word("group_code"),
    _word("unit_of_measure"),
    _word("direction"),
    sa.Column("weight", Digits, nullable=False),
    _word("method"),
    _to("unit", name="monitoring_unit_id"),
    _word("frequency"),
    _word("kind"),
    sa.Column("cap_pct", Digits, nullable=True),
    sa.Column("due_day", sa.Integer, nullable=False),
    sa.Column("applies_to", sa.JSON, nullable=False),
    sa.Column("not_applicable", sa.JSON, nullable=False),
    sa.Column("best", Digits, nullable=True),
    sa.Column("worst", Digits, nullable=True),
    _word("missing"),
    sa.Column("accepted_min", Digits, nullable=True),
    sa.Column("accepted_max", Digits, nullable=True),
    sa.Column("parts", sa.JSON, nullable=False, server_default="[]"),
    sa.Column("parts_band_pct", Digits, nullable=True),
    sa.Column("total_band_pct", Digits, nullable=True),
    _word("evidence", default="optional"),  # optional | required
    sa.Column("seasonality", sa.JSON, nullable=True),  # twelve cumulative shares in percent
    sa.UniqueConstraint("scheme_id", "code"),
)

target = sa.Table(
    "target",
    metadata,
    _id(),
    _to("indicator"),
    _to("unit"),
    sa.Column("base", Digits, nullable=True),
    sa.Column("target", Digits, nullable=True),
    _moment("known_from"),
    _word("document", optional=True),
    _word("effective_from", optional=True),  # the first month it counts for, "2013-07"
    sa.UniqueConstraint("indicator_id", "unit_id", "known_from"),
)

calendar_day = sa.Table(
    "calendar_day",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    _word("kind"),  # holiday | makeup_workday
    _word("name"),
)

point = sa.Table(
    "point",
    metadata,
    _id(),
    sa.Column("code", sa.String, nullable=False, unique=True),
    _word("name"),
    _word("type"),
    _to("unit"),
)

# --- people --------------------------------------------------------------------------------

person = sa.Table(
    "person",
    metadata,
    _id(),
    _word("name"),
    _word("title", optional=True),
    _word("lang", default="zh"),
    sa.Column("user_id", sa.BigInteger, nullable=True, unique=True),
    sa.Column("quiet_from", sa.String, nullable=True),  # own hours, "18:00"
    sa.Column("quiet_until", sa.String, nullable=True),
    _moment("left_at", optional=True),
    _moment("unreachable_at", optional=True),
    _word("unreachable_why", optional=True),
)

role = sa.Table(
    "role",
    metadata,
    _id(),
    _to("person"),
    _word("kind"),  # reporter reviewer contact administrator observer leader …
    _to("unit", optional=True),
    _to("point", optional=True),
    _moment("granted_at"),
    _moment("revoked_at", optional=True),
    sa.Index("ix_role_person", "person_id"),
    sa.Index("ix_role_unit", "unit_id", "kind"),
)

deputy = sa.Table(
    "deputy",
    metadata,
    _id(),
    _to("person"),
    _to("person", name="deputy_id"),
    _moment("from_at"),
    _moment("until_at", optional=True),
)

invitation = sa.Table(
    "invitation",
    metadata,
    _id(),
    sa.Column("token_hash", sa.String, nullable=False, unique=True),
    _to("person"),
    _to("person", name="invited_by", optional=True),
    _moment("created_at"),
    _moment("expires_at"),
    _moment("used_at", optional=True),
    sa.Column("used_by_user", sa.BigInteger, nullable=True),
    _moment("revoked_at", optional=True),
)

takeover = sa.Table(
    "takeover",  # whoever uses the invitation takes over the work of a person
    metadata,
    sa.Column("invitation_id", sa.Integer, sa.ForeignKey("invitation.id"), primary_key=True),
    _to("person"),
)

staff_change = sa.Table(
    "staff_change",
    metadata,
    _id(),
    _word("kind"),  # left | handed-over | invited | role-given | role-taken | undone
    _to("person"),
    sa.Column("user_id", sa.BigInteger, nullable=True),  # the account they had until then
    _to("person", name="successor_id", optional=True),
    _to("unit", optional=True),  # where an administrator of a unit acted
    _to("person", name="by", optional=True),
    _moment("at"),
    sa.Column("detail", sa.JSON, nullable=False),  # what it takes to undo it
    _to("staff_change", name="undoes_id", optional=True),
    sa.UniqueConstraint("undoes_id"),
    sa.Index("ix_staff_change_account", "user_id"),
    sa.Index("ix_staff_change_successor", "successor_id"),
)

access_request = sa.Table(
    "access_request",
    metadata,
    _id(),
    sa.Column("user_id", sa.BigInteger, nullable=False, unique=True),
    _word("name"),
    _word("said", optional=True),
    _moment("asked_at"),
    _word("state", default="open"),  # open | invited | declined
    _moment("decided_at", optional=True),
    _to("person", name="decided_by", optional=True),
)

# --- readings ------------------------------------------------------------------------------

filing = sa.Table(
    "filing",
    metadata,
    _id(),
    _to("indicator"),
    _word("period"),
    _to("person", name="filed_by", optional=True),
    _to("person", name="on_behalf_of", optional=True),
    _word("way"),  # list | pasted | steps | workbook | imported
    _moment("sent_at"),  # Telegram's own time of the message
    _moment("filed_at"),
    _word("state"),  # filed endorsed released returned replaced: a digest of its reviews
    sa.Index("ix_filing_indicator", "indicator_id", "period"),
    sa.Index("ix_filing_state", "state"),
)

reading = sa.Table(
    "reading",
    metadata,
    _id(),
    _to("filing"),
    _to("indicator"),
    _to("unit"),
    _word("period"),
    _word("answer"),  # value | no_data | not_applicable
    sa.Column("value", Digits, nullable=True),
    sa.Column("base", Digits, nullable=True),
    sa.Column("growth", Digits, nullable=True),
    sa.Column("oddities", sa.JSON, nullable=False),
    _word("reason", optional=True),
    _moment("filed_at"),
    sa.Index("ix_reading_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_reading_filing", "filing_id"),
    sa.Index("ix_reading_period", "period"),
)

review = sa.Table(
    "review",
    metadata,
    _id(),
    _to("filing"),
    _word("outcome"),  # released | returned
    _to("person", name="by", optional=True),
    _word("reason", optional=True),
    _moment("at"),
    sa.Index("ix_review_filing", "filing_id"),
)

on_behalf = sa.Table(
    "on_behalf",  # the office filed a column that its monitoring unit had not (代报)
    metadata,
    sa.Column("filing_id", sa.Integer, sa.ForeignKey("filing.id"), primary_key=True),
    _to("unit"),
    _to("person", name="by"),
    _word("why"),
    _moment("at"),
)

objection = sa.Table(
    "objection",  # what the monitoring unit says against a column filed on its behalf
    metadata,
    _id(),
    _to("filing"),
    _to("person", name="by"),
    _word("said"),
    _moment("at"),
    sa.Index("ix_objection_filing", "filing_id"),
)

question = sa.Table(
    "question",
    metadata,
    _id(),
    sa.Column("key", sa.String, nullable=False, unique=True),  # the same question is asked once
    _to("indicator"),
    _word("period"),
    _to("unit", optional=True),  # none: asked of the column as a whole
    _word("rule"),
    _word("about"),  # the figures it was asked about, digit for digit
    sa.Column("given", sa.JSON, nullable=False),  # the numbers it rested on
    _to("person", name="asked_of", optional=True),
    _moment("asked_at"),
    sa.Index("ix_question_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_question_rule", "rule"),
)

vouched_figure = sa.Table(
    "vouched_figure",
    metadata,
    _id(),
    _to("question"),
    _to("filing"),
    _word("reason", optional=True),
    _moment("at"),
    sa.UniqueConstraint("question_id", "filing_id"),
    sa.Index("ix_vouched_figure_filing", "filing_id"),
)

check_setting = sa.Table(
    "check_setting",
    metadata,
    _id(),
    _word("rule"),
    _to("indicator", optional=True),  # none: for every indicator
    _word("state"),  # on | off | general: as it is for all
    sa.Column("threshold", Digits, nullable=True),  # none: the usual one
    _word("reason"),
    _to("person", name="by"),
    _moment("at"),
)

evidence = sa.Table(
    "evidence",
    metadata,
    _id(),
    _to("filing"),
    _to("indicator"),
    _word("period"),
    _to("unit", optional=True),  # none: for the column as a whole
    _word("kind"),  # photo | document | link
    _word("file_id", optional=True),
    _word("unique_id"),  # Telegram's own, or the address of a link
    _word("name"),
    _to("person", name="by"),
    _moment("at"),
    sa.Index("ix_evidence_column", "indicator_id", "period"),
    sa.Index("ix_evidence_filing", "filing_id"),
)

evidence_copy = sa.Table(
    "evidence_copy",
    metadata,
    sa.Column("evidence_id", sa.Integer, sa.ForeignKey("evidence.id"), primary_key=True),
    _word("state"),  # wanted | kept | lost
    _word("sha256", optional=True),
    sa.Column("size_bytes", sa.BigInteger, nullable=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    _moment("not_before"),
    _moment("settled_at", optional=True),
    _word("error", optional=True),
    sa.Index("ix_evidence_copy_state", "state", "not_before"),
)

freeze = sa.Table(
    "freeze",
    metadata,
    _id(),
    _to("scheme"),
    _word("period"),
    _word("act"),  # frozen | reopened | released
    _to("indicator", optional=True),
    _moment("until_at", optional=True),
    _word("reason", optional=True),
    _to("person", name="by", optional=True),
    _moment("at"),
    sa.Index("ix_freeze_period", "scheme_id", "period"),
)

snapshot = sa.Table(
    "snapshot",
    metadata,
    _id(),
    _to("scheme"),
    _word("period"),
    _moment("made_at"),
    _word("digest"),
    sa.Column("reading_ids", sa.JSON, nullable=False),
    sa.Column("places", sa.JSON, nullable=False),
    sa.Index("ix_snapshot_period", "scheme_id", "period"),
)

# --- disputes -------------------------------------------------------------------------------

confirmation = sa.Table(
    "confirmation",
    metadata,
    _id(),
    sa.Column("reading_id", sa.Integer, sa.ForeignKey("reading.id"), nullable=False, unique=True),
    _to("person", name="by"),
    _moment("at"),
)

dispute = sa.Table(
    "dispute",
    metadata,
    _id(),
    _to("indicator"),
    _to("unit"),
    _word("period"),
    sa.Column(  # the version disputed: once, and never again
        "reading_id", sa.Integer, sa.ForeignKey("reading.id"), nullable=False, unique=True
    ),
    _to("person", name="raised_by"),
    _moment("raised_at"),
    _word("wanted", optional=True),
    _word("reason"),
    _word("state"),  # scoring.disputes.State: a digest of its events
    _moment("since"),
    _moment("due_at", optional=True),
    sa.Index("ix_dispute_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_dispute_state", "state"),
    sa.Index("ix_dispute_unit", "unit_id"),
)

dispute_event = sa.Table(
    "dispute_event",
    metadata,
    _id(),
    _to("dispute"),
    _word("kind"),
    _to("person", name="by", optional=True),
    _word("said", optional=True),
    _to("filing", optional=True),
    _moment("at"),
    sa.Index("ix_dispute_event", "dispute_id"),
    sa.Index("ix_dispute_event_filing", "filing_id"),
)

dispute_file = sa.Table(
    "dispute_file",
    metadata,
    _id(),
    _to("dispute"),
    _word("kind"),  # photo | voice | document
    _word("file_id"),
    _word("unique_id"),
    sa.Index("ix_dispute_file", "dispute_id"),
)

restatement = sa.Table(
    "restatement",
    metadata,
    _id(),
    _to("indicator"),
    _to("unit"),
    _word("period"),
    _to("dispute", optional=True),
    _word("reason"),
    _word("document", optional=True),
    _to("person", name="proposed_by", optional=True),
    _to("filing", optional=True),
    _to("person", name="endorsed_by", optional=True),
    _word("state"),  # scoring.restatements.State: a digest of its events
    _moment("due_at"),
    sa.Index("ix_restatement_cell", "indicator_id", "period", "unit_id"),
    sa.Index("ix_restatement_state", "state"),
)

restatement_event = sa.Table(
    "restatement_event",
    metadata,
    _id(),
    _to("restatement"),
    _word("kind"),
    _to("person", name="by"),
    _word("said", optional=True),
    _moment("at"),
    sa.Index("ix_restatement_event", "restatement_id"),
)

alert = sa.Table(
    "alert",
    metadata,
    _id(),
    _to("scheme"),
    _to("unit"),
    _word("period"),
    _word("category"),
    sa.Column("inputs", sa.JSON, nullable=False),
    _word("state"),  # heard: the unit may answer | sent: leaders have it | dropped
    _moment("created_at"),
    _moment("answer_until"),
    _word("answer_kind", optional=True),  # wrong_data | filed_since | statement
    _word("answer", optional=True),
    _to("person", name="answered_by", optional=True),
    _moment("answered_at", optional=True),
    _moment("sent_at", optional=True),
    sa.UniqueConstraint("scheme_id", "unit_id", "period"),
)

# --- targets and plans ----------------------------------------------------------------------

proposal = sa.Table(
    "proposal",
    metadata,
    _id(),
    _to("indicator"),
    _to("unit"),
    _word("side"),  # office | monitor: who proposed it
    _to("person", name="opened_by"),
    _moment("opened_at"),
    sa.Index("ix_proposal_cell", "unit_id", "indicator_id"),
)

proposal_event = sa.Table(
    "proposal_event",
    metadata,
    _id(),
    _to("proposal"),
    _word("kind"),  # proposed countered agreed decided withdrawn
    sa.Column("base", Digits, nullable=True),
    sa.Column("goal", Digits, nullable=True),
    _word("reason", optional=True),
    _to("person", name="by"),
    _moment("at"),
    _moment("answer_until", optional=True),
    _to("target", optional=True),
    sa.Index("ix_proposal_event", "proposal_id"),
)

retarget = sa.Table(
    "retarget",
    metadata,
    _id(),
    _to("indicator"),
    _word("reason_kind"),  # policy force_majeure basis division
    _word("document"),
    sa.Column("of_committee", sa.Boolean, nullable=False),
    _word("effective_from"),
    _to("person", name="proposed_by"),
    _moment("proposed_at"),
    sa.Index("ix_retarget_indicator", "indicator_id"),
)

retarget_line = sa.Table(
    "retarget_line",
    metadata,
    _id(),
    _to("retarget"),
    _to("unit"),
    sa.Column("base", Digits, nullable=True),
    sa.Column("old", Digits, nullable=True),
    sa.Column("new", Digits, nullable=False),
    sa.Index("ix_retarget_line", "retarget_id"),
)

retarget_event = sa.Table(
    "retarget_event",
    metadata,
    _id(),
    _to("retarget"),
    _word("kind"),  # approved declined withdrawn
    _to("person", name="by"),
    _word("said", optional=True),
    _moment("at"),
    sa.UniqueConstraint("retarget_id", "by"),
)

season_proposal = sa.Table(
    "season_proposal",
    metadata,
    _id(),
    _to("indicator"),
    sa.Column("shares", sa.JSON, nullable=False),  # twelve cumulative shares in percent
    sa.Column("years", sa.JSON, nullable=False),  # the years they were computed from
    _to("person", name="proposed_by"),
    _moment("proposed_at"),
    sa.Index("ix_season_proposal", "indicator_id"),
)

season_event = sa.Table(
    "season_event",
    metadata,
    _id(),
    _to("season_proposal"),
    _word("kind"),  # commented confirmed dropped
    _word("effective_from", optional=True),
    _word("said", optional=True),
    _to("person", name="by"),
    _moment("at"),
    sa.Index("ix_season_event", "season_proposal_id"),
)

# --- observations --------------------------------------------------------------------------

observation = sa.Table(
    "observation",
    metadata,
    _id(),
    sa.Column("receipt", sa.String, nullable=False, unique=True),
    _to("point", optional=True),
    _to("person", name="observer_id"),
    _to("unit"),
    _word("category"),
    _word("said"),
    sa.Column("latitude", sa.Float, nullable=True),
    sa.Column("longitude", sa.Float, nullable=True),
    _word("state"),  # filed verified refuted answered fixed not_fixed
    _moment("filed_at"),
    sa.Index("ix_observation_state", "state"),
    sa.Index("ix_observation_unit", "unit_id"),
)

observation_event = sa.Table(
    "observation_event",
    metadata,
    _id(),
    _to("observation"),
    _word("kind"),
    _to("person", name="by", optional=True),
    _word("said", optional=True),
    _moment("at"),
    sa.Index("ix_observation_event", "observation_id"),
)

observation_file = sa.Table(
    "observation_file",
    metadata,
    _id(),
    _to("observation"),
    _word("kind"),  # photo | voice | document
    _word("file_id"),
    _word("unique_id"),
)

# --- conversations and messages --------------------------------------------------------------

processed_update = sa.Table(
    "processed_update",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    _moment("at"),
)

act = sa.Table(
    "act",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    _to("person"),
    _word("kind"),  # message | tap
    _word("errand"),  # what it was for, as the table of contents names it
    _to("draft", optional=True),
    _moment("at"),
    sa.Index("ix_act_at", "at"),
    sa.Index("ix_act_draft", "draft_id"),
)

dead_update = sa.Table(
    "dead_update",
    metadata,
    _id(),
    sa.Column("update_id", sa.BigInteger, nullable=True),
    _word("reference"),
    _word("body"),
    _word("error"),
    _moment("at"),
)

draft = sa.Table(
    "draft",
    metadata,
    _id(),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    _word("errand"),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("step", sa.Integer, nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("rev", sa.Integer, nullable=False),
    sa.Column("panel_message_id", sa.BigInteger, nullable=True),
    _word("status"),  # open | done | cancelled | expired
    _moment("touched_at"),
    sa.Index(
        "ux_draft_open",
        "user_id",
        unique=True,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    ),
)

artwork = sa.Table(
    "artwork",
    metadata,
    _id(),
    sa.Column("key", sa.String, nullable=False, unique=True),
    _word("book"),  # a book of handlers.books as JSON
    _word("filename"),
    _word("form"),  # png | xlsx
    _moment("ordered_at"),
)

upload = sa.Table(
    "upload",
    metadata,
    sa.Column("content_hash", sa.String, primary_key=True),
    sa.Column("bot_id", sa.BigInteger, primary_key=True),
    _word("file_id"),
    _moment("at"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    _id(),
    sa.Column("key", sa.String, nullable=False, unique=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    _to("person", optional=True),
    _word("lane"),  # reply | alert | broadcast
    _word("method"),  # text | edit | mark | photo | document | strip
    _word("message"),  # handlers.texts.Msg as JSON
    sa.Column("buttons", sa.JSON, nullable=True),
    _to("artwork", optional=True),
    _word("file_id", optional=True),  # a file somebody sent, passed on as it is
    _word("file_kind", optional=True),  # photo | voice | document
    sa.Column("edits_message_id", sa.BigInteger, nullable=True),
    sa.Column("replies_to_id", sa.BigInteger, nullable=True),
    _to("draft", optional=True),
    sa.Column("protect", sa.Boolean, nullable=False),
    _moment("not_before"),
    _moment("expires_at", optional=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    _word("state"),  # pending sending sent failed unknown cleared expired muted read
    _word("owner", optional=True),
    _moment("queued_at"),
    _moment("started_at", optional=True),
    _moment("settled_at", optional=True),
    sa.Column("telegram_message_id", sa.BigInteger, nullable=True),
    _word("sent_text", optional=True),
    _word("error", optional=True),
    sa.Index("ix_outbox_pending", "state", "not_before"),
    sa.Index("ix_outbox_chat", "chat_id", "telegram_message_id"),
)

nudge = sa.Table(
    "nudge",
    metadata,
    _id(),
    _to("outbox"),
    _to("indicator"),
    _word("period"),
    _moment("cleared_at", optional=True),
    sa.Index("ix_nudge_about", "indicator_id", "period"),
    sa.Index("ix_nudge_outbox", "outbox_id"),
)

nudge_item = sa.Table(
    "nudge_item",
    metadata,
    _id(),
    _to("outbox"),
    _to("person"),
    _word("route"),  # what opens it, as on the list of what waits
    _word("arg"),
    _moment("cleared_at", optional=True),
    sa.Index("ix_nudge_item_outbox", "outbox_id"),
    sa.Index("ix_nudge_item_open", "cleared_at"),
)

preference = sa.Table(
    "preference",
    metadata,
    sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), primary_key=True),
    _word("digest"),  # due | daily | weekly
    _word("digest_at"),  # a moment of working hours, "09:00"
    sa.Column("muted", sa.JSON, nullable=False),  # kinds of pushes that are only kept to be read
)

tick = sa.Table(
    "tick",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    _moment("looked_at"),
)

due_row = sa.Table(
    "due_row",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    _moment("due_at"),
    _moment("done_at"),
)

# --- deadlines -----------------------------------------------------------------------------

extension = sa.Table(
    "extension",
    metadata,
    _id(),
    _to("indicator"),
    _word("period"),
    _to("person", name="asked_by"),
    _moment("due_at"),  # the deadline in force when it was asked for
    _moment("asked_at"),
    _word("reason"),
    sa.Index("ix_extension_cell", "indicator_id", "period"),
)

extension_event = sa.Table(
    "extension_event",
    metadata,
    _id(),
    _to("extension"),
    sa.Column("number", sa.Integer, nullable=False),  # 1, 2, 3 …: no two people are the third
    _word("kind"),  # asked countered agreed accepted declined refused withdrawn filed
    _to("person", name="by", optional=True),
    _moment("until_at", optional=True),
    _word("reason", optional=True),
    _moment("at"),
    sa.UniqueConstraint("extension_id", "number"),
)

outage = sa.Table(
    "outage",
    metadata,
    _id(),
    _moment("from_at"),
    _moment("until_at"),
)

deadline_move = sa.Table(
    "deadline_move",
    metadata,
    _id(),
    _to("indicator", optional=True),  # none: the freeze of the month
    _word("period"),
    _moment("due_at"),
    _word("cause"),  # extension | outage
    _to("extension", optional=True),
    _to("outage", optional=True),
    _moment("at"),
    sa.Index("ix_deadline_move_period", "period"),
    sa.Index("ix_deadline_move_due", "due_at"),
)

destination = sa.Table(
    "destination",
    metadata,
    _id(),
    sa.Column("chat_id", sa.BigInteger, nullable=False, unique=True),
    _word("purpose"),  # bulletin
    _word("title"),
    _word("lang", default="zh"),
)

journal = sa.Table(
    "journal",
    metadata,
    _id(),
    _moment("at"),
    _to("person", optional=True),
    _word("act"),
    _word("subject"),
    sa.Column("detail", sa.JSON, nullable=False),
    _word("previous_hash"),
    sa.Column("hash", sa.String, nullable=False, unique=True),
)
