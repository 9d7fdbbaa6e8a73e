"""The first tables, full text, and triggers that keep what is kept.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEPT = ("entry", "report", "coding", "mention", "claim", "decision", "version")


def upgrade() -> None:
    """Tables, indexes, full text, triggers."""
    _tables()
    postgres = op.get_bind().dialect.name == "postgresql"
    _full_text_postgres() if postgres else _full_text_sqlite()
    _triggers_postgres() if postgres else _triggers_sqlite()


def _full_text_sqlite() -> None:
    op.execute("CREATE VIRTUAL TABLE incident_text USING fts5(body, tokenize='unicode61 remove_diacritics 2')")


def _full_text_postgres() -> None:
    op.execute(
        "CREATE TABLE incident_text (rowid INTEGER PRIMARY KEY, body TEXT NOT NULL, "
        "words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED)"
    )
    op.execute("CREATE INDEX incident_text_words ON incident_text USING GIN (words)")


def _triggers_sqlite() -> None:
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger only adds: no {verb} of {table}'); END"
            )


def _triggers_postgres() -> None:
    op.execute(
        "CREATE FUNCTION ledger_only_adds() RETURNS trigger AS $$ BEGIN "
        "RAISE EXCEPTION 'the ledger only adds: no % of %', TG_OP, TG_TABLE_NAME; END $$ LANGUAGE plpgsql"
    )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_only_adds BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_adds()"
        )


def _tables() -> None:
    op.create_table(
        "block",
        sa.Column("block", sa.Text(), primary_key=True),
        sa.Column("mention_id", sa.Text(), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("block_by_mention", "block", ["mention_id"])
    op.create_table(
        "current",
        sa.Column("mention_id", sa.Text(), primary_key=True),
        sa.Column("coding_key", sa.Integer(), nullable=False),
        sa.Column("component", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("vague", sa.Integer(), nullable=False),
    )
    op.create_index("ix_current_coding_key", "current", ["coding_key"])
    op.create_index("ix_current_component", "current", ["component"])
    op.create_index("ix_current_incident_id", "current", ["incident_id"])
    op.create_table(
        "decision",
        sa.Column("key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("mention_id", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer()),
    )
    op.create_index("ix_decision_mention_id", "decision", ["mention_id"])
    op.create_table(
        "edge",
        sa.Column("a", sa.Text(), primary_key=True),
        sa.Column("b", sa.Text(), primary_key=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("live", sa.Integer(), nullable=False),
    )
    op.create_index("edge_by_b", "edge", ["b"])
    op.create_table(
        "entry",
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
    )
    op.create_index("entry_by_ref", "entry", ["kind", "ref"])
    op.create_table(
        "incident",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=False),
        sa.Column("start", sa.Text()),
        sa.Column("end", sa.Text()),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_incident_end", "incident", ["end"])
    op.create_index("ix_incident_grade", "incident", ["grade"])
    op.create_index("ix_incident_standing", "incident", ["standing"])
    op.create_index("ix_incident_subtype", "incident", ["subtype"])
    op.create_table(
        "incident_spot",
        sa.Column("incident_key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("n", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
    )
    op.create_index("spot_by_lat", "incident_spot", ["lat", "lon"])
    op.create_table(
        "incident_tag",
        sa.Column("incident_key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
    )
    op.create_index("tag_by_value", "incident_tag", ["kind", "value"])
    op.create_table(
        "incident_toll",
        sa.Column("incident_key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("low", sa.Integer()),
        sa.Column("best", sa.Integer()),
        sa.Column("high", sa.Integer()),
    )
    op.create_index("toll_by_kind", "incident_toll", ["kind", "low"])
    op.create_table(
        "report",
        sa.Column("key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("published_at", sa.Text()),
        sa.Column("raw", sa.LargeBinary()),
        sa.Column("raw_sha256", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.UniqueConstraint("id", "sha256"),
        sa.UniqueConstraint("id", "version"),
    )
    op.create_table(
        "tie",
        sa.Column("decision_key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("a", sa.Text(), primary_key=True),
        sa.Column("b", sa.Text(), primary_key=True),
        sa.Column("same", sa.Integer(), nullable=False),
    )
    op.create_index("tie_by_a", "tie", ["a"])
    op.create_index("tie_by_b", "tie", ["b"])
    op.create_table(
        "coding",
        sa.Column("key", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("report_key", sa.Integer(), sa.ForeignKey("report.key"), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("lexicon", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.UniqueConstraint("report_key", "tool", "lexicon", "sha256"),
    )
    op.create_index("ix_coding_report_key", "coding", ["report_key"])
    op.create_table(
        "version",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("entry_seq", sa.Integer(), sa.ForeignKey("entry.seq"), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("view", sa.Text()),
        sa.Column("moved_to", sa.Text()),
    )
    op.create_index("ix_version_entry_seq", "version", ["entry_seq"])
    op.create_index("ix_version_incident_id", "version", ["incident_id"])
    op.create_table(
        "claim",
        sa.Column("coding_key", sa.Integer(), sa.ForeignKey("coding.key"), primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("mention_id", sa.Text()),
        sa.Column("attribute", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("bound", sa.Text()),
        sa.Column("who", sa.Text()),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Text()),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("revises", sa.Text()),
        sa.Column("said_on", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
    )
    op.create_index("ix_claim_mention_id", "claim", ["mention_id"])
    op.create_index("ix_claim_speaker", "claim", ["speaker"])
    op.create_table(
        "mention",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("coding_key", sa.Integer(), sa.ForeignKey("coding.key"), primary_key=True, autoincrement=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("passage", sa.Text(), nullable=False),
    )
    op.create_index("mention_by_coding", "mention", ["coding_key"])
