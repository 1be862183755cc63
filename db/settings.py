"""What a library holds besides summaries: the site it publishes and what it asks of its texts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import msgspec
from sqlite_utils import Database

from app.model.codec import site_from_json, site_to_json
from app.model.dismissal import Dismissal
from app.model.house_style import HouseStyle, Term
from app.model.site import Site, Targets
from db.categories import categories


def site(db: Database) -> Site:
    """The site settings, with the library's categories in their order."""
    raw = kept(db, "site")
    return replace(site_from_json(raw) if raw else Site(), categories=categories(db))


def save_site(db: Database, site: Site) -> None:
    """Keep the site settings (the categories have their own place)."""
    keep(db, "site", site_to_json(replace(site, categories=())))


def style(db: Database) -> HouseStyle:
    """What the library asks of its texts."""
    return HouseStyle(
        targets=msgspec.convert(kept(db, "targets") or {}, Targets),
        glossary=msgspec.convert(kept(db, "glossary") or (), tuple[Term, ...]),
        dismissals=msgspec.convert(kept(db, "dismissals") or (), tuple[Dismissal, ...]),
    )


def save_targets(db: Database, targets: Targets) -> None:
    """Keep what the library asks of its texts."""
    _set_style(db, "targets", targets)


def save_glossary(db: Database, terms: Iterable[Term]) -> None:
    """Keep the glossary."""
    _set_style(db, "glossary", tuple(terms))


def save_dismissals(db: Database, dismissals: Iterable[Dismissal]) -> None:
    """Keep the dismissals that hold for every summary."""
    _set_style(db, "dismissals", tuple(dismissals))


def _set_style(db: Database, name: str, value: Any) -> None:
    keep(db, name, msgspec.to_builtins(value))
    db.execute("UPDATE summaries SET scorer = ''")  # what was counted by other rules is out of date


def kept(db: Database, name: str) -> Any:
    """A value kept under a name; None when there is none."""
    row = db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return json.loads(row[0]) if row else None


def keep(db: Database, name: str, value: Any) -> None:
    db.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, json.dumps(value)))
