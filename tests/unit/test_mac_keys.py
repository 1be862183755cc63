"""Keys in sentences on a Mac: the signs on its keyboard, in the order in which its menus have them."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest

from app import mac_keys, paths, translation
from app.mac_keys import as_on_a_mac

ROOT = Path(__file__).resolve().parents[2]
OF_A_PC = re.compile(r"\b(Ctrl|Strg)\b|\b(Alt|Shift|Umschalt)\+")


@pytest.mark.parametrize(
    ("text", "on_a_mac"),
    [
        ("Everywhere in the window. Also Ctrl++ and Ctrl+-.", "Everywhere in the window. Also ⌘+ and ⌘-."),
        ("Ctrl+. at the words opens this", "⌘. at the words opens this"),
        ("Comment on these words (Ctrl+Alt+M)", "Comment on these words (⌥⌘M)"),
        ("Remove this (Ctrl+Shift+Backspace)", "Remove this (⇧⌘⌫)"),
        ("Drag to move, or press Alt+Up and Alt+Down", "Drag to move, or press ⌥↑ and ⌥↓"),
        ("{noun} entfernen (Strg+Umschalt+Rücktaste)", "{noun} entfernen (⇧⌘⌫)"),
        ("Nach oben (Alt+Pfeil hoch)", "Nach oben (⌥↑)"),
        ("Choose several rows (with Shift or Ctrl)", "Choose several rows (with Shift or ⌘)"),
        ("Control, Alternative texts, Altogether", "Control, Alternative texts, Altogether"),
    ],
)
def test_keys_are_those_of_a_mac(text: str, on_a_mac: str) -> None:
    assert as_on_a_mac(text) == on_a_mac


@pytest.mark.parametrize("language", [code for code in translation.LANGUAGES if code != translation.ENGLISH])
def test_no_text_of_the_window_names_a_key_that_a_mac_has_not(language: str) -> None:
    known = gettext.translation(translation.DOMAIN, paths.translations(), [language])
    texts = [*known._catalog.keys(), *known._catalog.values()]  # type: ignore[attr-defined]
    texts = [text if isinstance(text, str) else text[0] for text in texts]
    pages = [page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md")]
    assert sum(bool(OF_A_PC.search(text)) for text in texts) > 40, "or nothing was looked at"
    left = [text for text in map(as_on_a_mac, [*texts, *pages]) if OF_A_PC.search(text)]
    assert not left


def test_the_window_says_them_on_a_mac_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert translation._("Hide this panel (Ctrl+0)") == "Hide this panel (Ctrl+0)"
    monkeypatch.setattr(mac_keys, "IS_MAC", True)
    assert translation._("Hide this panel (Ctrl+0)") == "Hide this panel (⌘0)"
