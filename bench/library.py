"""The library screen with many summaries: rows shown, a page painted, a search's fewer rows shown again."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles
from time import perf_counter
from typing import cast

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.model.listing import Counts, Listing
from app.model.vocabulary import STATUSES
from app.ui.library.panel import LibraryPanel
from app.ui.look import fonts, style

TIMES = 30


def main(arguments: Sequence[str] = ()) -> int:
    """Print median and 95th percentile in milliseconds for each size of library."""
    parser = argparse.ArgumentParser(prog="python run.py bench library", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1_000, 10_000], help="how many summaries")
    sizes = parser.parse_args(arguments).sizes
    app = cast(QApplication, QApplication.instance() or QApplication([]))
    fonts.load()
    style.apply(app, scheme="light")
    print(f"{'summaries':>10}  {'what':<34}{'median':>9}{'95 %':>9}  ms")
    for size in sizes:
        _measure(app, size)
    return 0


def _measure(app: QApplication, size: int) -> None:
    panel = LibraryPanel()
    panel.resize(1440, 860)
    panel.show_counts(Counts({"draft": size}))
    rows = [_listing(number) for number in range(size)]
    turned, few = rows[::-1], rows[::9]
    panel.show_listings(rows)
    panel.show()
    app.processEvents()
    bar, view = panel.table.verticalScrollBar(), panel.table.viewport()

    def scroll() -> None:
        bar.setValue((bar.value() + 53) % max(1, bar.maximum()))
        app.processEvents()

    def search() -> None:
        panel.show_listings(few if panel.table.model().rowCount() == size else rows)
        app.processEvents()

    def order() -> None:
        panel.show_listings(turned if panel.table.model().index(0, 0).data() == rows[0].title else rows)
        app.processEvents()

    tasks: dict[str, Callable[[], object]] = {
        "one notch of the wheel, painted": scroll,
        "a whole page painted": view.repaint,
        "other rows shown and painted": search,
        "another order shown and painted": order,
    }
    for name, task in tasks.items():
        times = sorted(_timed(task) for _ in range(TIMES))
        print(f"{size:>10,}  {name:<34}{median(times):>9.1f}{quantiles(times, n=20)[-1]:>9.1f}")
    panel.close()


def _timed(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return (perf_counter() - start) * 1_000


def _listing(number: int) -> Listing:
    return Listing(
        id=str(number),
        slug=f"summary-{number}",
        title=f"Does summary {number} of the library read well enough?",
        paper_title=f"A randomised trial of the readability of summary number {number} in a large library",
        status=STATUSES[number % len(STATUSES)],
        categories=("Rehabilitation", "Neurology")[: number % 3],
        grade=5.0 + number % 12,
        journal="J Plain Lang",
        year=2000 + number % 25,
        updated=(datetime.now(UTC) - timedelta(hours=number)).isoformat(),
        errors=number % 3,
        warnings=number % 7,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
