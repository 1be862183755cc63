"""Finding listed phrases in a text, with what may stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.text.alternatives import as_written


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns with their alternatives. `kinds` says of each pattern what it is, for the facts of a finding."""

    pattern: re.Pattern[str]
    alternatives: tuple[tuple[str, ...], ...]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Every place of a phrase with its alternatives, begun with a capital where the phrase is."""
        for match in self.pattern.finditer(text):
            assert match.lastgroup is not None
            alternatives = self.alternatives[int(match.lastgroup[1:])]
            yield match.start(), match.end(), tuple(as_written(match[0], words) for words in alternatives)


def phrases(table: Mapping[str, tuple[str, ...]]) -> Phrases:
    """Compile a table of regular expressions (whole words, any case) and alternatives; the first that fits counts."""
    parts = (f"(?P<g{index}>{pattern})" for index, pattern in enumerate(table))
    return Phrases(re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE), tuple(table.values()))
