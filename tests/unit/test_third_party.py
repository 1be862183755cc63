"""THIRD-PARTY.md is today's, and forgets nothing that we ship."""

from __future__ import annotations

from docs import third_party

ROOT = third_party.ROOT


def test_the_page_is_today_s() -> None:
    assert third_party.FILE.read_text(encoding="utf-8") == third_party.page(), "run docs/third_party.py"


def test_every_pinned_package_is_named() -> None:
    named = [name for name, _ in third_party.requirements()]
    pinned = [line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if "==" in line]
    assert len(named) == len(pinned) > 20
    assert {"pyside6-essentials", "textstat", "colorama"} <= set(named)


def test_every_licence_text_in_resources_is_named() -> None:
    page = third_party.page()
    texts = [file for kind in ("*LICENSE*", "OFL*", "*CREDIT*") for file in (ROOT / "resources").rglob(kind)]
    assert len(texts) >= 6
    assert [file.name for file in texts if file.name not in page] == []


def test_every_word_list_is_named_or_ours() -> None:
    page = third_party.page()
    lists = [file.name for kind in ("*.tsv", "*.txt.gz", "dale*.txt") for file in (ROOT / "resources/words").glob(kind)]
    assert [name for name in lists if name not in page and "house" not in name] == []
