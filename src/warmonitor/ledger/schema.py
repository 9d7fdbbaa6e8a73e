"""The tables of the ledger. The first group is only ever added to; the second is derived from it and can be made anew.

Times are ISO 8601 texts in UTC and days ISO texts, so that both databases compare them alike; JSON is kept as the exact
text that was hashed. Migrations stand in migrations/; a test holds both to each other.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

# kept: added to, never changed (triggers hold it) -----------------------------------------------------------------------
entry = Table(
    "entry", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False, doc="1, 2, 3 … without gaps"),
    Column("kind", Text, nullable=False, doc="report, coding or decision"),
    Column("ref", Integer, nullable=False, doc="key in the table of that kind"),
    Column("at", Text, nullable=False, doc="when it was recorded"),
    Column("digest", Text, nullable=False, doc="SHA-256 of what was recorded"),
    Column("previous", Text, nullable=False, doc="hash of the entry before"),
    Column("hash", Text, nullable=False, doc="SHA-256 of all the above"),
    Index("entry_by_ref", "kind", "ref"),
)  # fmt: skip
report = Table(
    "report", metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False, doc="1 for the first text kept under this id"),
    Column("sha256", Text, nullable=False, doc="of the text in UTF-8"),
    Column("text", Text, nullable=False),
    Column("title", Text), Column("outlet", Text), Column("url", Text), Column("language", Text, nullable=False),
    Column("published", Text), Column("published_at", Text, doc="instant, where known better than the day"),
    Column("raw", LargeBinary, doc="the original bytes, where the report came as such"),
    Column("raw_sha256", Text), Column("source", Text, doc="where it came from: file, feed, address"),
    UniqueConstraint("id", "sha256"), UniqueConstraint("id", "version"),
)  # fmt: skip
coding = Table(
    "coding", metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("report_key", Integer, ForeignKey("report.key"), nullable=False, index=True),
    Column("tool", Text, nullable=False, doc="version of the tool"),
    Column("lexicon", Text, nullable=False, doc="version of the lexicon"),
    Column("record", Text, nullable=False, doc="the record without the report's text, canonical JSON"),
    Column("sha256", Text, nullable=False),
    UniqueConstraint("report_key", "tool", "lexicon", "sha256"),
)  # fmt: skip
mention = Table(
    "mention", metadata,
    Column("id", Text, primary_key=True, doc="permanent: the same in every coding"),
    Column("coding_key", Integer, ForeignKey("coding.key"), primary_key=True),
    Column("local", Text, nullable=False, doc="the incident's id within its record"),
    Column("features", Text, nullable=False, doc="what linking compares, JSON"),
    Column("body", Text, nullable=False, doc="the incident and its claims, JSON"),
    Column("passage", Text, nullable=False, doc="the words that tell it, for full text"),
    Index("mention_by_coding", "coding_key"),
)  # fmt: skip
claim = Table(
    "claim", metadata,
    Column("coding_key", Integer, ForeignKey("coding.key"), primary_key=True),
    Column("id", Text, primary_key=True, doc="the claim's id within its record"),
    Column("mention_id", Text, index=True), Column("attribute", Text, nullable=False),
    Column("value", Text, nullable=False), Column("number", Integer), Column("bound", Text), Column("who", Text),
    Column("speaker", Text, nullable=False, index=True), Column("speaker_id", Text), Column("via", Text, nullable=False),
    Column("stance", Text, nullable=False), Column("revises", Text), Column("said_on", Text),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), Column("rule", Text, nullable=False),
)  # fmt: skip
decision = Table(
    "decision", metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("action", Text, nullable=False), Column("author", Text, nullable=False),
    Column("mention_id", Text, nullable=False, index=True, doc="founding mention of the incident it was made on"),
    Column("payload", Text, nullable=False, doc="JSON: field, value, reason, text, mentions …"),
    Column("undoes", Integer, doc="key of the decision that this one takes back"),
)  # fmt: skip
version = Table(
    "version", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("incident_id", Text, nullable=False, index=True),
    Column("entry_seq", Integer, ForeignKey("entry.seq"), nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("view", Text, doc="the incident as JSON; none where it ceased to stand under this id"),
    Column("moved_to", Text, doc="the id under which the founding mention then stood"),
)  # fmt: skip

# derived: made anew from the above at any time ----------------------------------------------------------------------------
current = Table(
    "current", metadata,
    Column("mention_id", Text, primary_key=True),
    Column("coding_key", Integer, nullable=False, index=True),
    Column("component", Text, nullable=False, index=True),
    Column("incident_id", Text, nullable=False, index=True),
    Column("told", Integer, nullable=False, doc="publication day, the canonical order"),
    Column("vague", Integer, nullable=False, doc="1: fits several happenings"),
)  # fmt: skip
block = Table(
    "block", metadata,
    Column("block", Text, primary_key=True), Column("mention_id", Text, primary_key=True),
    Index("block_by_mention", "mention_id"), sqlite_with_rowid=False,
)  # fmt: skip
edge = Table(
    "edge", metadata,
    Column("a", Text, primary_key=True), Column("b", Text, primary_key=True), Column("score", Float, nullable=False),
    Column("live", Integer, nullable=False, doc="1: holds a component together"),
    Index("edge_by_b", "b"),
)  # fmt: skip
tie = Table(
    "tie", metadata,
    Column("decision_key", Integer, primary_key=True), Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True), Column("same", Integer, nullable=False, doc="1 one happening, 0 two"),
    Index("tie_by_a", "a"), Index("tie_by_b", "b"),
)  # fmt: skip
incident = Table(
    "incident", metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False), Column("subtype", Text, nullable=False, index=True),
    Column("start", Text), Column("end", Text, index=True),
    Column("grade", Text, nullable=False, index=True), Column("standing", Text, nullable=False, index=True),
    Column("reports", Integer, nullable=False), Column("view", Text, nullable=False),
)  # fmt: skip
incident_tag = Table(
    "incident_tag", metadata,
    Column("incident_key", Integer, primary_key=True), Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True), Index("tag_by_value", "kind", "value"),
)  # fmt: skip
incident_spot = Table(
    "incident_spot", metadata,
    Column("incident_key", Integer, primary_key=True), Column("n", Integer, primary_key=True),
    Column("lat", Float, nullable=False), Column("lon", Float, nullable=False), Index("spot_by_lat", "lat", "lon"),
)  # fmt: skip
incident_toll = Table(
    "incident_toll", metadata,
    Column("incident_key", Integer, primary_key=True), Column("kind", Text, primary_key=True),
    Column("low", Integer), Column("best", Integer), Column("high", Integer), Index("toll_by_kind", "kind", "low"),
)  # fmt: skip

KEPT = ("entry", "report", "coding", "mention", "claim", "decision", "version")
DERIVED = ("current", "block", "edge", "tie", "incident", "incident_tag", "incident_spot", "incident_toll")
