"""What the window remembers between starts. Unknown keys are kept, bad values replaced by the default and reported."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from app.in_place import take_place

LANGUAGES = ("system", "en", "de")
"""The window's: app.translation has their words, app.language chooses."""
SCHEMES = ("system", "light", "dark", "contrast_light", "contrast_dark")
LONGEST_NAME = 100
WIDTHS = ("phone", "desktop")
TEXT_PERCENTS = (90, 100, 110, 125, 150, 175, 200)
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything remembered. Paths are absolute; `last_summary` is the id that was open when the window closed.

    `keeps_papers`: the file of a PDF stays with its summary; `paper_px`: how large the paper's words are shown.
    `geometry`, `splitter` are what Qt gave, as base64; `extra` holds keys of other versions.
    `may_look_up`: the writer was told what a lookup sends, and agreed. `mail` is sent with it where one is given.
    `writer` is the name under which findings are left and versions kept; empty means the system's name for this person.
    `trash_days` in the trash and a summary is deleted for good; 0 is never.
    `spelling_words` are right in every library; `has_toured`: the first tour was shown, and is not shown again unasked.
    `services` moves a service (crossref, pubmed, europepmc, datacite) to another address, such as a mirror.
    """

    last_library: str = ""
    recent_libraries: tuple[str, ...] = ()
    last_summary: str = ""
    geometry: str = ""
    splitter: str = ""
    language: str = "system"
    scheme: str = "system"
    text_percent: int = 100
    has_side_panel: bool = True
    side_tab: str = "preview"
    preview_width: str = "phone"
    keeps_papers: bool = True
    paper_px: int = 16
    export_folder: str = ""
    export_format: str = "site"
    may_look_up: bool = False
    mail: str = ""
    writer: str = ""
    trash_days: int = 90
    spelling_words: tuple[str, ...] = ()
    has_toured: bool = False
    services: Mapping[str, str] = field(default_factory=dict, hash=False)
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


def load(file: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file and the keys whose values were of no use; defaults when there is no file."""
    try:
        raw = _whole(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError):
        return Settings(), ("the whole file",)
    if not isinstance(raw, dict):
        return Settings(), ("the whole file",)
    return from_json(raw)


def _whole(raw: Any) -> Any:
    """The values without halves of characters, which JSON may hold and no file can."""
    try:
        json.dumps(raw, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.loads(json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace"))
    return raw


def from_json(raw: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """The settings in plain JSON values, and the keys whose values were replaced by the default."""
    values: dict[str, Any] = {}
    bad = []
    names = {field.name for field in fields(Settings)} - {"extra"}
    for name in names & raw.keys():
        value = tuple(raw[name]) if isinstance(raw[name], list) else raw[name]
        if _is_right(name, value):
            values[name] = value
        else:
            bad.append(name)
    extra = {key: value for key, value in raw.items() if key not in names}
    return Settings(**values, extra=extra), tuple(sorted(bad))


def save(settings: Settings, file: Path) -> None:
    """Write the settings in one piece. Raises OSError when the disk does not take them."""
    values = {field.name: getattr(settings, field.name) for field in fields(Settings) if field.name != "extra"}
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_text(json.dumps(values | dict(settings.extra), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    take_place(part, file)


def with_recent(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The recent libraries with `path` first and once."""
    return (path, *(other for other in recent if other != path))[:MOST_RECENT]


_CHOICES: Mapping[str, Callable[[Any], bool]] = {
    "language": lambda value: value in LANGUAGES,
    "scheme": lambda value: value in SCHEMES,
    "text_percent": lambda value: value in TEXT_PERCENTS,
    "paper_px": lambda value: 12 <= value <= 28,
    "preview_width": lambda value: value in WIDTHS,
    "recent_libraries": lambda value: all(isinstance(path, str) for path in value),
    "writer": lambda value: len(value) <= LONGEST_NAME,
    "trash_days": lambda value: 0 <= value <= 36500,
    "spelling_words": lambda value: all(isinstance(word, str) for word in value),
    "services": lambda value: all(isinstance(address, str) for address in value.values()),
}


def _is_right(name: str, value: Any) -> bool:
    default = getattr(Settings(), name)
    return type(value) is type(default) and _CHOICES.get(name, lambda _value: True)(value)
