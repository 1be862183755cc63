"""Where a search finds words in a paper, and which place is looked at."""

from __future__ import annotations

import re
from bisect import bisect_left


class Matches:
    """The places of the words that are searched for, in order. Any space stands for any space or line end."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.at = -1

    def find(self, words: str, whole: str, start: int) -> None:
        """Find words, and look at the first place from `start` on."""
        parts = [re.escape(part) for part in words.split()]
        pattern = re.compile(r"\s+".join(parts), re.IGNORECASE) if parts else None
        self.spans = [match.span() for match in pattern.finditer(whole)] if pattern else []
        at = bisect_left(self.spans, (start, 0))
        self.at = -1 if not self.spans else at if at < len(self.spans) else 0

    def step(self, step: int) -> None:
        """The next place or the one before, round and round."""
        if self.spans:
            self.at = (self.at + step) % len(self.spans)
