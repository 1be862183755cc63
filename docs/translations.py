"""Gathers every text of the window, brings the catalogues up to date, and compiles them.

`python3 docs/translations.py` after texts were added: what is new stands in each `.po` with an empty translation.
`python3 docs/translations.py --check` only says what is missing. Needs Babel, which the tests bring.
"""

from __future__ import annotations

import ast
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
DOMAIN = "plainspoken"
ROOMS = ("app", "db")
HEADER = """\
# The words of Plainspoken's window.
# A machine-assisted first version: it wants a native reader.
"""
sys.path.insert(0, str(ROOT))

_BEGUN = datetime(2026, 11, 22, tzinfo=UTC)
Message = tuple[str, str]
"""A text, and its form for many ("" where it has none)."""


def in_code() -> Iterator[tuple[Message, str]]:
    """Every text in `_(…)` and `counted(…)`, with the file it stands in."""
    for file in sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                texts = [given.value for given in call.args if _is_text(given)]  # type: ignore[attr-defined]
                if call.func.id == "_" and len(texts) == 1:
                    yield (texts[0], ""), file.relative_to(ROOT).as_posix()
                elif call.func.id == "counted" and len(texts) == 2:
                    yield (texts[0], texts[1]), file.relative_to(ROOT).as_posix()


def in_tables() -> Iterator[tuple[Message, str]]:
    """The texts that are translated where they are shown: the actions, the form, the recommendations, the months."""
    from app.model.dates import MONTHS
    from app.ui.actions import MENUS, TABLE

    for text in (*MENUS, *(text for spec in TABLE for text in (spec.text, spec.tip)), *MONTHS):
        yield (text, ""), "app/ui/actions.py"
    from app.text.clear_communication import questions

    for question in questions():
        yield (question.part, ""), "resources/checklist"
        yield (question.text, ""), "resources/checklist"
    for name in ("form/sections.json", "targets/presets.json"):
        raw = json.loads((ROOT / "resources" / name).read_text("utf-8"))
        for entry in raw.values() if isinstance(raw, dict) else raw:
            for key in ("title", "purpose", "example", "name", "says", "source"):
                yield (entry.get(key, ""), ""), f"resources/{name}"


def gathered() -> dict[Message, set[str]]:
    """Every text with the files it stands in, in the order in which they are met."""
    found: dict[Message, set[str]] = {}
    for message, place in (*in_code(), *in_tables()):
        if message[0].strip():
            found.setdefault(message, set()).add(place)
    return found


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands in its file."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def updated(language: str) -> Catalog:
    """The catalogue with exactly the texts of the program; what was translated before is kept."""
    old = catalogue(language) if po_file(language).exists() else Catalog(locale=language)
    new = Catalog(locale=language, domain=DOMAIN, project="Plainspoken", header_comment=HEADER, fuzzy=False)
    new.creation_date = new.revision_date = _BEGUN  # the same texts make the same file
    for (one, many), places in gathered().items():
        before = old.get(one)
        is_same = before is not None and bool(before.pluralizable) == bool(many)
        kept = before.string if is_same else ("", "") if many else ""
        new.add((one, many) if many else one, kept, locations=[(place, None) for place in sorted(places)])
    return new


def po_file(language: str) -> Path:
    """The catalogue that people read."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def compiled(language: str) -> bytes:
    """What the program reads."""
    out = io.BytesIO()
    write_mo(out, catalogue(language))
    return out.getvalue()


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


def untranslated(language: str) -> list[str]:
    """The texts of the program that the catalogue has no words for."""
    known = catalogue(language)
    found = ((one, known.get(one)) for one, _many in gathered())
    return [one for one, message in found if message is None or not all(_strings(message.string))]


def write(language: str) -> None:
    """Bring `.po` and `.mo` up to date."""
    new = updated(language)
    po_file(language).parent.mkdir(parents=True, exist_ok=True)
    with po_file(language).open("wb") as file:
        write_po(file, new, width=100, omit_header=False, sort_output=False)
    po_file(language).with_suffix(".mo").write_bytes(compiled(language))


def _strings(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


if __name__ == "__main__":
    for code in languages():
        if "--check" not in sys.argv:
            write(code)
        missing = untranslated(code)
        print(f"{code}: {len(gathered()) - len(missing)} of {len(gathered())} texts, {len(missing)} missing")
        for text in missing[:20]:
            print(f"  {text}")
