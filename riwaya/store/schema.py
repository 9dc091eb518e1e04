"""The tables of a kept ledger."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 2

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("at", String, nullable=False),  # ISO 8601, UTC
    Column("body", Text, nullable=False),  # canonical JSON, digests only
    Column("before", String, nullable=False),
    Column("seal", String, nullable=False),
    sqlite_autoincrement=True,
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),  # zlib
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(64), ForeignKey("originals.sha256"), primary_key=True),
    Column("entry", Integer, ForeignKey("entries.number"), nullable=False, unique=True),
    Column("outlet", String, nullable=False),
    Column("url", String, nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("published", String(10), index=True),  # ISO date
    Column("language", String, nullable=False),
    Column("key", String, nullable=False, index=True),
    Column("doubts", Text, nullable=False),  # JSON list
    Column("text", Text, nullable=False),
    Column("program", String, nullable=False),  # the version of Riwaya that drew the claims
)

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("act", String, nullable=False, index=True),
    Column("type", String, nullable=False, index=True),
    Column("denied", Boolean, nullable=False),
    Column("voice", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("confidence", Float, index=True),  # how likely a careful reader drew the same; null where not weighed
    Column("cue", String),
    Column("published", String(10)),
    Column("time_from", String(10), index=True),
    Column("time_to", String(10)),
    Column("record", Text, nullable=False),  # the whole claim, canonical JSON
    UniqueConstraint("report", "position"),
    UniqueConstraint("report", "id"),
)

sources = Table(
    "sources",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String),
    Column("folded", String, index=True),
    Column("kind", String, nullable=False),
    Column("of", String),
    Column("entry", String, nullable=False, index=True),
)

arguments = Table(
    "arguments",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("role", String, primary_key=True),  # agent, target, place
    Column("position", Integer, primary_key=True),
    Column("words", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("entry", String, nullable=False, index=True),
)

quantities = Table(
    "quantities",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("words", String, nullable=False),
    Column("unit", String, nullable=False, index=True),
    Column("low", Integer, nullable=False),
    Column("high", Integer),
)

# SQLite alone: the folded words of each claim, under the claim's number. Diacritics are gone before they come here,
# for FTS5's own remove_diacritics knows nothing of Arabic.
SEARCHED = ("content", "sources", "agents", "targets", "places")
CLAIM_WORDS = f"CREATE VIRTUAL TABLE claim_words USING fts5({', '.join(SEARCHED)}, tokenize='unicode61')"
