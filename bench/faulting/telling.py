"""The counts as lines for people."""

from __future__ import annotations

from collections.abc import Sequence

from bench.faulting.fuzz import FuzzCount


def print_files(counts: Sequence[FuzzCount]) -> None:
    """Broken files by their reader: how many, how answered, and what was a fault."""
    print(f"{'broken files':<32}{'files':>8}{'read':>14}{'refused':>9}{'faults':>8}{'ms each':>9}")
    for file in counts:
        each = file.seconds * 1000 / max(1, file.files)
        print(f"{file.name:<32}{file.files:>8,}{file.read:>14,}{file.refused:>9,}{len(file.faults):>8}{each:>9.1f}")
    print(f"{'all':<32}{sum(c.files for c in counts):>8,}{sum(c.read for c in counts):>14,}"
          f"{sum(c.refused for c in counts):>9,}{sum(len(c.faults) for c in counts):>8}")  # fmt: skip
    for count in counts:
        for line in count.faults:
            print(f"  {count.name}: {line}")
