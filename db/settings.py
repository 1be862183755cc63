"""What a library holds besides summaries: the site it publishes and what it asks of its texts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import msgspec
from sqlite_utils import Database

from app.model.codec import site_from_json, site_to_json
from app.model.site import Site, Targets
from db.categories import categories


def site(db: Database) -> Site:
    """The site settings, with the library's categories in their order."""
    raw = _setting(db, "site")
    return replace(site_from_json(raw) if raw else Site(), categories=categories(db))


def save_site(db: Database, site: Site) -> None:
    """Keep the site settings (the categories have their own place)."""
    _set(db, "site", site_to_json(replace(site, categories=())))


def targets(db: Database) -> Targets:
    """What the library asks of its texts."""
    raw = _setting(db, "targets")
    return msgspec.convert(raw, Targets) if raw else Targets()


def save_targets(db: Database, targets: Targets) -> None:
    """Keep what the library asks of its texts."""
    _set(db, "targets", msgspec.to_builtins(targets))


def _setting(db: Database, name: str) -> Any:
    row = db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return json.loads(row[0]) if row else None


def _set(db: Database, name: str, value: Any) -> None:
    db.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, json.dumps(value)))
