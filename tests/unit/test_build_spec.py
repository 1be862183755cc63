"""The build's own page, run for systems that this one is not: what it asks PyInstaller for there."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app import paths
from app.model.exchange import SUFFIX
from app.ui.application import ID

ROOT = Path(__file__).resolve().parents[2]


class Asked:
    """Stands in for PyInstaller's words and keeps what each was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def __getitem__(self, word: str) -> list[dict[str, Any]]:
        return [names for asked, _values, names in self.given if asked == word]

    def word(self, name: str) -> Any:
        def take(*values: Any, **names: Any) -> Any:
            self.given.append((name, values, names))
            done = ModuleType(name)
            done.__dict__.update(pure=[], scripts=[], datas=[], binaries=[])
            return done

        return take


def asked_on(system: str, patch: pytest.MonkeyPatch) -> Asked:
    asked = Asked()
    hooks, win, icons = ModuleType("hooks"), ModuleType("versioninfo"), ModuleType("icons")
    hooks.collect_data_files = hooks.collect_submodules = lambda *_names, **_more: []  # type: ignore[attr-defined]
    for name in ("StringTable", "StringStruct", "VSVersionInfo", "FixedFileInfo", "StringFileInfo"):
        setattr(win, name, asked.word(name))
    win.VarFileInfo = win.VarStruct = asked.word("Var")  # type: ignore[attr-defined]
    icons.icon_file = lambda suffix: Path(f"Plainspoken.{suffix}")  # type: ignore[attr-defined]
    above = ModuleType("win32")
    above.versioninfo = win  # type: ignore[attr-defined]
    for name, module in (("PyInstaller.utils.hooks", hooks), ("PyInstaller.utils.win32", above), ("icons", icons)):
        patch.setitem(sys.modules, name, module)
    patch.setattr(sys, "platform", system)
    patch.setattr(sys, "path", sys.path[:])
    words = {word: asked.word(word) for word in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    exec(compile((ROOT / "build.spec").read_text("utf-8"), "build.spec", "exec"), {"SPECPATH": str(ROOT), **words})
    return asked


def test_on_windows_there_is_a_program_for_commands_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_on("win32", monkeypatch)
    programs = {names["name"]: names for names in asked["EXE"]}
    assert {name: names["console"] for name, names in programs.items()} == {
        "Plainspoken": False, "plainspoken-command": True
    }  # fmt: skip
    assert all(names["icon"] == "Plainspoken.ico" and names["version"] for names in programs.values())
    assert not asked["BUNDLE"]


def test_macos_knows_our_files_and_hands_them_over_as_events(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_on("darwin", monkeypatch)
    (program,), (bundle,) = asked["EXE"], asked["BUNDLE"]
    assert not program.get("argv_emulation"), "Qt hears these events itself"
    assert (bundle["name"], bundle["bundle_identifier"]) == ("Plainspoken.app", ID)
    said = plistlib.loads(plistlib.dumps(bundle["info_plist"]))
    kinds = {one["UTTypeIdentifier"]: one["UTTypeTagSpecification"] for one in said["UTExportedTypeDeclarations"]}
    suffixes = {kinds[kind]["public.filename-extension"][0] for one in said["CFBundleDocumentTypes"]
                for kind in one["LSItemContentTypes"]}  # fmt: skip
    assert suffixes == {paths.LIBRARY_SUFFIX.lstrip("."), SUFFIX.lstrip(".")}
    assert said["CFBundleLocalizations"] == ["de", "en"] and said["NSHighResolutionCapable"]
