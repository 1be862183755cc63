"""The schemas that the docs publish are those the program writes."""

from __future__ import annotations

from pathlib import Path

from app.model.codec import json_bytes, json_schema
from app.publish.catalogue import catalogue_schema


def test_the_published_schema_is_today_s() -> None:
    published = Path(__file__).parents[2] / "docs" / "summary.schema.json"
    assert published.read_bytes() == json_bytes(json_schema())


def test_the_published_schema_of_the_catalogue_is_today_s() -> None:
    published = Path(__file__).parents[2] / "docs" / "summaries.schema.json"
    assert published.read_bytes() == json_bytes(catalogue_schema())
