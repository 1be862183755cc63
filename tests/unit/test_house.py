"""The picture of the house shows the rooms that there are, and what they really use."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def house() -> ModuleType:
    spec = importlib.util.spec_from_file_location("house_of_docs", ROOT / "docs" / "house.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_as_the_imports_are(house: ModuleType) -> None:
    assert (ROOT / "docs" / "pictures" / "house.svg").read_text("utf-8") == house.picture(), "python3 docs/house.py"


def test_every_room_says_what_it_is_for(house: ModuleType) -> None:
    rooms = {path.name for path in (ROOT / "app").iterdir() if (path / "__init__.py").exists()}
    assert rooms <= house.SAYS.keys() and len(rooms) > 8


def test_a_room_stands_above_what_it_uses(house: ModuleType) -> None:
    uses = house.uses()
    floor = {name: level for level, names in enumerate(house.floors(uses)) for name in names}
    assert all(floor[one] < floor[other] for one, others in uses.items() for other in others)
    assert "db" not in uses["ui"] and uses["model"] == set()
