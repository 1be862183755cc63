"""A paper of 10, 100 and 500 pages in the Paper panel: until it is shown, searched, jumped to, and made narrower.

Each number is the work of the main thread in one run, in milliseconds; 400 words make a page.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.model.finding import PassageSpan
from app.model.paper_text import AttachedPaper, Block, PaperText
from app.ui.look import fonts, style
from app.ui.paper.panel import PaperPanel

PAGES = (10, 100, 500)
_SENTENCE = "On page {page} the treated rats lived 77 days, and the other rats lived 51 days, as figure {page} shows. "


def main(_argv: list[str] | None = None) -> int:
    """Print the table."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    fonts.load()
    style.apply(app, "light", 100)
    print(f"{'pages':>5} {'words':>8} {'shown':>8} {'search':>8} {'jump':>8} {'narrower':>8}   (ms)")
    for pages in PAGES:
        _measure(app, pages)
    return 0


def _measure(app: QApplication, pages: int) -> None:
    text = _paper(pages)
    panel = PaperPanel()
    panel.resize(480, 760)
    panel.show()
    app.processEvents()
    last = PassageSpan(len(text.whole()) - 60, len(text.whole()) - 2, "")
    numbers = (
        _ms(app, lambda: panel.show_paper(AttachedPaper("text", text, "paper.txt"))),
        _ms(app, lambda: panel.search.field.setText(f"page {pages}")),
        _ms(app, lambda: panel.show_passage(last)),
        _ms(app, lambda: panel.resize(420, 760)),
    )
    words = len(text.whole().split())
    print(f"{pages:>5} {words:>8,} " + " ".join(f"{number:>8.1f}" for number in numbers))
    panel.close()
    panel.deleteLater()
    app.processEvents()


def _paper(pages: int) -> PaperText:
    blocks: list[Block] = []
    for page in range(1, pages + 1):
        blocks.append(Block("heading", f"Part {page}", page))
        blocks += [Block("paragraph", _SENTENCE.format(page=page) * 4, page)] * 5
    return PaperText(tuple(blocks))


def _ms(app: QApplication, work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    app.processEvents()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
