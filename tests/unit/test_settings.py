"""Settings: kept whole, never trusted blindly."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app import settings
from app.settings import Settings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == (Settings(), ())


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    kept = Settings(
        last_library="/a",
        recent_libraries=("/a", "/b"),
        scheme="dark",
        text_percent=150,
        writer="Ana",
        extra={"new": 1},
    )
    settings.save(kept, file)
    assert settings.load(file) == (kept, ())
    assert not list(file.parent.glob("*.part"))


def test_bad_values_are_replaced_and_named() -> None:
    read, bad = settings.from_json({"scheme": "pink", "text_percent": 100, "has_side_panel": 1, "later": True})
    assert (read.scheme, read.has_side_panel, read.extra) == ("system", True, {"later": True})
    assert bad == ("has_side_panel", "scheme")


def test_a_broken_file_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for content in (b"", b"[1]", b"\xff\xfe", b"{", b"[" * 100_000):
        file.write_bytes(content)
        assert settings.load(file) == (Settings(), ("the whole file",))


def test_half_a_character_does_not_stop_the_next_save(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(r'{"writer": "A\ud800", "later": "\ud800"}')
    read, bad = settings.load(file)
    assert bad == ()
    settings.save(read, file)
    assert settings.load(file) == (read, ())


def test_recent_libraries_hold_each_once_and_not_too_many() -> None:
    recent: tuple[str, ...] = ()
    for number in (*range(12), 5):
        recent = settings.with_recent(recent, f"/{number}")
    assert recent[:2] == ("/5", "/11")
    assert len(recent) == len(set(recent)) == settings.MOST_RECENT


@given(st.dictionaries(st.sampled_from([*Settings.__slots__, "other"]), JSON))
def test_any_json_gives_settings_that_can_be_saved(raw: dict[str, object]) -> None:
    read, _ = settings.from_json(raw)
    assert settings.from_json(json.loads(json.dumps(raw)))[0] == read
