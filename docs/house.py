"""Draws the house: `.venv/bin/python docs/house.py` writes pictures/house.svg from what the files really import.

A room stands above every room that it uses. Nothing is drawn by hand, so the picture cannot say what the code does not.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "pictures" / "house.svg"
GROUND = (
    "paths",
    "settings",
    "errors",
    "translation",
    "language",
    "crash",
    "whole_file",
    "in_place",
    "mac_keys",
    "overrides",
    "own_process",
)
"""Files beside the rooms that every room may use; the others beside the rooms connect them."""
SAYS = {
    "connecting": "parts: build; wiring: connect",
    "ui": "panels: show values, tell wishes",
    "commands": "the same without a window",
    "work": "the open summary, and time",
    "hosting": "git, SFTP, zip, keyring",
    "review_copy": "a copy to hand round",
    "publish": "values into files",
    "checks": "one file, one check",
    "papers": "what comes in",
    "evidence": "summary against paper",
    "text": "words, scores, markup",
    "model": "values",
    "db": "the library: all SQL",
    "ground": "paths, settings, errors, words",
}
WIDTH, HEIGHT, GAP, ROW, MARGIN = 212, 64, 28, 128, 30
PAPER, CARD, INK, SOFT, ACCENT, LINE = "#FBFAF6", "#FFFFFF", "#1C2B33", "#43525A", "#08545F", "#B9C4C6"


def main() -> None:
    """Write the picture."""
    FILE.write_text(picture(), encoding="utf-8", newline="\n")


def uses() -> dict[str, set[str]]:
    """Which room uses which, by the imports in its files; the ground is left out of it, for all stand on it."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted((*ROOT.glob("app/**/*.py"), *ROOT.glob("db/**/*.py"))):
        here = room(".".join(file.relative_to(ROOT).with_suffix("").parts))
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module == "app":
                names = [f"app.{alias.name}" for alias in node.names]
            found[here] |= {room(name) for name in names if name.partition(".")[0] in ("app", "db")}
    return {one: {other for other in others if other not in (one, "ground")} for one, others in found.items()}


def room(module: str) -> str:
    """The room of a module, by its full name."""
    parts = module.split(".")
    if parts[0] == "db":
        return "db"
    if len(parts) < 2:
        return "connecting"
    if parts[1].startswith("__"):
        return "ground" if parts[1] != "__main__" else "connecting"
    if (ROOT / "app" / parts[1]).is_dir():
        return parts[1]
    return "ground" if parts[1] in GROUND else "connecting"


def floors(rooms: dict[str, set[str]]) -> list[list[str]]:
    """The rooms floor by floor, the top one first: a room is above all that it uses."""
    heights: dict[str, int] = {}

    def height(name: str, above: tuple[str, ...] = ()) -> int:
        if name not in heights:
            below = [height(other, (*above, name)) for other in rooms.get(name, ()) if other not in (*above, name)]
            heights[name] = 1 + max(below, default=0)
        return heights[name]

    for name in sorted(rooms):
        height(name)
    heights["ground"] = 0
    order = list(SAYS)
    names = list(heights)
    return [
        sorted(
            (name for name in names if heights[name] == level),
            key=lambda name: (order.index(name) if name in order else len(order), name),
        )
        for level in sorted({heights[name] for name in names}, reverse=True)
    ]


def direct(rooms: dict[str, set[str]], one: str) -> set[str]:
    """The rooms that a room uses and that no room between them uses already: what a line is drawn to."""
    reached = {far for near in rooms[one] for far in _below(rooms, near)}
    return rooms[one] - reached


def _below(rooms: dict[str, set[str]], name: str) -> set[str]:
    found: set[str] = set()
    waiting = list(rooms.get(name, ()))
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += rooms.get(here, ())
    return found


def picture() -> str:
    """The whole picture as SVG."""
    rooms = uses()
    levels = floors(rooms)
    widest = max(map(len, levels))
    width = 2 * MARGIN + widest * WIDTH + (widest - 1) * GAP
    height = 2 * MARGIN + (len(levels) - 1) * ROW + HEIGHT
    places = {}
    for level, names in enumerate(levels):
        left = (width - len(names) * WIDTH - (len(names) - 1) * GAP) / 2
        for place, name in enumerate(names):
            places[name] = (left + place * (WIDTH + GAP), MARGIN + level * ROW)
    lines = [
        _line(places[one], places[other]) for one in places if one in rooms for other in sorted(direct(rooms, one))
    ]
    boxes = [_box(name, *place) for name, place in places.items()]
    told = "; ".join(f"{one} uses {', '.join(sorted(rooms[one]))}" for one in places if rooms.get(one))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'font-family="Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif">\n<title>The house</title>\n'
        f"<desc>{told}. All stand on the ground.</desc>\n"
        f'<rect width="{width:g}" height="{height:g}" rx="14" fill="{PAPER}"/>\n'
        + "\n".join(lines + boxes)
        + "\n</svg>\n"
    )


def _line(one: tuple[float, float], other: tuple[float, float]) -> str:
    start, end = (one[0] + WIDTH / 2, one[1] + HEIGHT), (other[0] + WIDTH / 2, other[1])
    bend = (end[1] - start[1]) / 2
    points = (start, (start[0], start[1] + bend), (end[0], end[1] - bend), end)
    curve = "M{} C{} {} {}".format(*(f"{x:g} {y:g}" for x, y in points))
    return f'<path d="{curve}" fill="none" stroke="{LINE}" stroke-width="2"/>'


def _box(name: str, left: float, top: float) -> str:
    shown = {"connecting": "app/*.py", "ground": "the ground", "db": "db"}.get(name, f"app/{name}")
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{WIDTH}" height="{HEIGHT}" rx="12" fill="{CARD}" stroke="{ACCENT}" '
        f'stroke-width="1.5"/>'
        f'<text x="{left + WIDTH / 2:g}" y="{top + 27:g}" text-anchor="middle" font-size="18" font-weight="600" '
        f'fill="{INK}">{shown}</text>'
        f'<text x="{left + WIDTH / 2:g}" y="{top + 48:g}" text-anchor="middle" font-size="13.5" '
        f'fill="{SOFT}">{SAYS.get(name, "")}</text>'
    )


if __name__ == "__main__":
    main()
