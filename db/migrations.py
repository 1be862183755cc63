"""The schema of the library file, step by step, and the marks that tell our files from others.

Every schema change is a new function at the end; a released step never changes.
"""

from __future__ import annotations

from functools import cache

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x506C5370
"""“PlSp”, in the header of every library."""

migrations = Migrations("plainspoken")


@migrations()
def first_schema(db: Database) -> None:
    """Summaries, their texts and addresses, history, categories, settings, search."""
    for statement in _FIRST_SCHEMA.split(";;"):
        db.execute(statement)


@migrations()
def papers(db: Database) -> None:
    """The paper beside each summary."""
    db.execute(_PAPERS)


@migrations()
def history_and_exchange(db: Database) -> None:
    """Who wrote a version and its name, the states, since when something is in the trash, what was exchanged."""
    for statement in _HISTORY.split(";;"):
        db.execute(statement)


STEPS = ("first_schema", "papers", "history_and_exchange")
"""The names of the steps in order; the schema's number is how many of them a file has."""

SCHEMA_VERSION = len(STEPS)

_FIRST_SCHEMA = """
CREATE TABLE summaries (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    slug TEXT NOT NULL UNIQUE COLLATE NOCASE,
    title TEXT NOT NULL,
    paper_title TEXT NOT NULL,
    status TEXT NOT NULL,
    doi TEXT NOT NULL,
    journal TEXT NOT NULL,
    year INTEGER,
    updated TEXT NOT NULL,
    published TEXT NOT NULL,
    is_trashed INTEGER NOT NULL DEFAULT 0,
    grade REAL,
    scorer TEXT NOT NULL DEFAULT '',
    errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0,
    notices INTEGER NOT NULL DEFAULT 0
);;
CREATE INDEX summaries_by_updated ON summaries (is_trashed, updated);;
CREATE INDEX summaries_by_doi ON summaries (doi) WHERE doi <> '';;
CREATE TABLE texts (
    number INTEGER PRIMARY KEY REFERENCES summaries (number) ON DELETE CASCADE,
    title TEXT NOT NULL,
    citation TEXT NOT NULL,
    words TEXT NOT NULL,
    body TEXT NOT NULL
);;
CREATE TABLE slugs (
    slug TEXT PRIMARY KEY COLLATE NOCASE,
    number INTEGER NOT NULL REFERENCES summaries (number) ON DELETE CASCADE
);;
CREATE INDEX slugs_by_summary ON slugs (number);;
CREATE TABLE revisions (
    number INTEGER PRIMARY KEY,
    summary INTEGER NOT NULL REFERENCES summaries (number) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    session TEXT NOT NULL,
    saved TEXT NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    body BLOB NOT NULL
);;
CREATE INDEX revisions_by_summary ON revisions (summary, version);;
CREATE INDEX revisions_by_content ON revisions (sha256);;
CREATE TABLE categories (
    slug TEXT PRIMARY KEY COLLATE NOCASE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    slug_history TEXT NOT NULL
);;
CREATE TABLE shelved (
    summary INTEGER NOT NULL REFERENCES summaries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    category TEXT NOT NULL COLLATE NOCASE REFERENCES categories (slug) ON UPDATE CASCADE,
    PRIMARY KEY (summary, position)
) WITHOUT ROWID;;
CREATE INDEX shelved_by_category ON shelved (category);;
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);;
CREATE VIRTUAL TABLE found USING fts5 (
    title, citation, words, content='texts', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);;
CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
    INSERT INTO found (rowid, title, citation, words) VALUES (new.number, new.title, new.citation, new.words);
END;;
CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
    INSERT INTO found (found, rowid, title, citation, words)
    VALUES ('delete', old.number, old.title, old.citation, old.words);
END;;
CREATE TRIGGER texts_changed AFTER UPDATE OF title, citation, words ON texts BEGIN
    INSERT INTO found (found, rowid, title, citation, words)
    VALUES ('delete', old.number, old.title, old.citation, old.words);
    INSERT INTO found (rowid, title, citation, words) VALUES (new.number, new.title, new.citation, new.words);
END
"""

_PAPERS = """
CREATE TABLE papers (
    summary INTEGER PRIMARY KEY REFERENCES summaries (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added TEXT NOT NULL,
    warnings TEXT NOT NULL,
    text BLOB NOT NULL,
    file BLOB,
    digest TEXT NOT NULL
)
"""

_HISTORY = """
ALTER TABLE revisions ADD COLUMN writer TEXT NOT NULL DEFAULT '';;
ALTER TABLE revisions ADD COLUMN name TEXT NOT NULL DEFAULT '';;
ALTER TABLE summaries ADD COLUMN trashed TEXT NOT NULL DEFAULT '';;
ALTER TABLE summaries ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;;
UPDATE summaries SET trashed = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE is_trashed;;
CREATE TABLE states (
    number INTEGER PRIMARY KEY,
    summary INTEGER NOT NULL REFERENCES summaries (number) ON DELETE CASCADE,
    status TEXT NOT NULL,
    moment TEXT NOT NULL,
    writer TEXT NOT NULL
);;
CREATE INDEX states_by_summary ON states (summary, number);;
CREATE TABLE exchanged (
    number INTEGER PRIMARY KEY,
    summary INTEGER NOT NULL REFERENCES summaries (number) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    moment TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (summary, sha256)
)
"""


def migrate(db: Database) -> None:
    """Bring a file to the newest schema, all steps in one transaction that nobody else can join."""
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@cache
def expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    """Type, name and SQL of everything that our own steps make, up to a schema number."""
    db = Database(memory=True)
    try:
        db.execute("BEGIN")
        migrations.apply(db, stop_before=STEPS[version:])
        return schema_of(db)
    finally:
        db.close()


def schema_of(db: Database) -> frozenset[tuple[str, str, str]]:
    """Type, name and SQL of everything in a file."""
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return frozenset((kind, name, " ".join(sql.split())) for kind, name, sql in rows)
