"""What the systems are told about the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.application import ID, introduce

ROOT = Path(__file__).resolve().parents[2]


def test_tab_goes_to_every_control_also_where_the_system_says_text_only(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    hints.setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusTextControls)  # macOS, unless its settings say otherwise
    introduce(qapp)
    assert hints.tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls


def test_every_system_knows_the_program_under_one_name() -> None:
    desktop = ROOT / "resources" / "desktop"
    assert f'BUNDLE_ID = "{ID}"' in (ROOT / "build.spec").read_text("utf-8")
    assert f'AppUserModelID: "{ID}"' in (desktop / "plainspoken.iss").read_text("utf-8")
    assert (desktop / f"{ID}.desktop").is_file()
