"""Tables of conversations and messages: what came, what is owed, what was asked to be quiet."""

import sqlalchemy as sa

from storage.schema.columns import id_col, metadata, moment, to, word

processed_update = sa.Table(
    "processed_update",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    moment("at"),
)

act = sa.Table(
    "act",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    to("person"),
    word("kind"),  # message | tap
    word("errand"),  # what it was for, as the table of contents names it
    to("draft", optional=True),
    moment("at"),
    word("period", optional=True),  # the month it was about, where it was about one
    sa.Index("ix_act_at", "at"),
    sa.Index("ix_act_draft", "draft_id"),
)

dead_update = sa.Table(
    "dead_update",
    metadata,
    id_col(),
    sa.Column("update_id", sa.BigInteger, nullable=True),
    word("reference"),
    word("body"),
    word("error"),
    moment("at"),
)

draft = sa.Table(
    "draft",
    metadata,
    id_col(),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    word("errand"),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("step", sa.Integer, nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("rev", sa.Integer, nullable=False),
    sa.Column("panel_message_id", sa.BigInteger, nullable=True),
    word("status"),  # open | done | cancelled | expired
    moment("touched_at"),
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
    id_col(),
    sa.Column("key", sa.String, nullable=False, unique=True),
    word("book"),  # a book of handlers.books as JSON
    word("filename"),
    word("form"),  # png | xlsx
    moment("ordered_at"),
)

upload = sa.Table(
    "upload",
    metadata,
    sa.Column("content_hash", sa.String, primary_key=True),
    sa.Column("bot_id", sa.BigInteger, primary_key=True),
    word("file_id"),
    moment("at"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    id_col(),
    sa.Column("key", sa.String, nullable=False, unique=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    to("person", optional=True),
    word("lane"),  # reply | alert | broadcast
    word("method"),  # text | edit | mark | photo | document | strip
    word("message"),  # handlers.texts.Msg as JSON
    sa.Column("buttons", sa.JSON, nullable=True),
    to("artwork", optional=True),
    word("file_id", optional=True),  # a file somebody sent, passed on as it is
    word("file_kind", optional=True),  # photo | voice | document
    sa.Column("edits_message_id", sa.BigInteger, nullable=True),
    sa.Column("replies_to_id", sa.BigInteger, nullable=True),
    to("draft", optional=True),
    sa.Column("protect", sa.Boolean, nullable=False),
    moment("not_before"),
    moment("expires_at", optional=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    word("state"),  # pending sending sent failed unknown cleared expired muted read
    word("owner", optional=True),
    moment("queued_at"),
    moment("started_at", optional=True),
    moment("settled_at", optional=True),
    sa.Column("telegram_message_id", sa.BigInteger, nullable=True),
    word("sent_text", optional=True),
    word("error", optional=True),
    sa.Index("ix_outbox_pending", "state", "not_before"),
    sa.Index("ix_outbox_chat", "chat_id", "telegram_message_id"),
)

nudge = sa.Table(
    "nudge",
    metadata,
    id_col(),
    to("outbox"),
    to("indicator"),
    word("period"),
    moment("cleared_at", optional=True),
    sa.Index("ix_nudge_about", "indicator_id", "period"),
    sa.Index("ix_nudge_outbox", "outbox_id"),
)

nudge_item = sa.Table(
    "nudge_item",
    metadata,
    id_col(),
    to("outbox"),
    to("person"),
    word("route"),  # what opens it, as on the list of what waits
    word("arg"),
    moment("cleared_at", optional=True),
    sa.Index("ix_nudge_item_outbox", "outbox_id"),
    sa.Index("ix_nudge_item_open", "cleared_at"),
)

preference = sa.Table(
    "preference",
    metadata,
    sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), primary_key=True),
    word("digest"),  # due | daily | weekly
    word("digest_at"),  # a moment of working hours, "09:00"
    sa.Column("muted", sa.JSON, nullable=False),  # kinds of pushes that are only kept to be read
)

tick = sa.Table(
    "tick",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    moment("looked_at"),
)

due_row = sa.Table(
    "due_row",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    moment("due_at"),
    moment("done_at"),
)
