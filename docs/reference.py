"""Writes docs/reference.md, every action with its key and every setting, from the program's own tables."""

from __future__ import annotations

import sys
from pathlib import Path

FILE = Path(__file__).resolve().parent / "reference.md"
sys.path.insert(0, str(FILE.parent.parent))


def page() -> str:
    """The page as Markdown."""
    from app.settings import Settings
    from app.ui.actions import MENUS, TABLE
    from app.ui.dialogs.settings_table import TABLE as SETTINGS

    lines = [
        "# Every action, key and setting",
        "",
        "Made by `python3 docs/reference.py`. **Ctrl+K** finds any action by",
    ]
    lines += ["its name, **F1** opens the guide at the place that fits, **Shift+F1** lists all keys.", ""]
    for menu in MENUS:
        lines += [f"## Menu {menu.replace('&', '')}", "", "| action | key | what it does |", "|---|---|---|"]
        for spec in (spec for spec in TABLE if spec.menu == menu):
            keys = " or ".join(f"`{key.strip()}`" for key in spec.keys.split(";") if key.strip())
            lines.append(f"| {spec.text} | {keys} | {spec.tip} |")
        lines.append("")
    lines += ["## Settings", "", "**Settings…** in the Edit menu (Ctrl+,). Each holds at once and has its own Reset. "]
    lines[-1] += "They are kept in `settings.json`."
    lines += ["", "| setting | at first | what it does | name in the file |", "|---|---|---|---|"]
    for setting in SETTINGS:
        first = getattr(Settings(), setting.name)
        shown = setting.choices.get(first, {True: "on", False: "off"}.get(first) if isinstance(first, bool) else first)
        lines.append(
            f"| {setting.title} | {'empty' if shown in ('', ()) else shown} | {setting.hint} | `{setting.name}` |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8", newline="\n")
