"""What others recommend for plain texts, as targets to choose from: read from resources/targets."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from app import paths
from app.model.site import Targets
from app.translation import _


@dataclass(frozen=True, slots=True)
class Preset:
    """A recommendation: its name, what it says, where it stands, and the targets made of it."""

    key: str
    name: str
    says: str
    source: str
    targets: Targets


@cache
def presets() -> tuple[Preset, ...]:
    """Every preset, ours first."""
    raw = json.loads((paths.resources() / "targets" / "presets.json").read_text(encoding="utf-8"))
    return tuple(_preset(each) for each in raw)


def _preset(given: dict[str, Any]) -> Preset:
    shown = {part: _(given[part]) for part in ("name", "says", "source")}
    return Preset(key=given["key"], targets=_targets(given["targets"]), **shown)


def preset_of(targets: Targets) -> Preset | None:
    """The first preset with exactly these targets."""
    return next((preset for preset in presets() if preset.targets == targets), None)


def _targets(given: dict[str, object]) -> Targets:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return replace(Targets(), **values)  # type: ignore[arg-type]
