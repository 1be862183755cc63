"""The reference names every action and setting as they are."""

from __future__ import annotations

import importlib.util
from dataclasses import fields
from pathlib import Path

from app.settings import Settings
from app.ui.actions import TABLE
from app.ui.dialogs.settings_table import TABLE as SETTINGS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_is_as_the_tables_are() -> None:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec and spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    written = (DOCS / "reference.md").read_text("utf-8")
    assert written == reference.page(), "python3 docs/reference.py writes it anew"
    assert all(f"| {action.text} |" in written for action in TABLE)
    assert all(f"`{setting.name}`" in written for setting in SETTINGS)


def test_every_setting_is_a_field_of_the_settings() -> None:
    assert {setting.name for setting in SETTINGS} <= {field.name for field in fields(Settings)}
