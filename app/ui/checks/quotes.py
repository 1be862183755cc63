"""The writer's words and the paper's, each in a box of its own, with the words in bold that matter."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.model.finding import Finding
from app.translation import _
from app.ui.checks.differing import bold_spans, marked
from app.ui.look import labels, style

_BOLD = "<span style='font-weight:600'>{}</span>"
_BOXES = {"error": ("blush", "mend"), "warning": ("sand", "look"), "notice": ("sunk", "label")}


def yours(quote: tuple[str, str, str], severity: str) -> QFrame:
    """What the writer wrote, in the colour of a severity; "" is none."""
    before, bold, after = (escape(part) for part in quote)
    kind, heading = _BOXES.get(severity, ("sunk", "label"))
    return _box(kind, heading, _("You wrote"), f"{before}{_BOLD.format(bold)}{after}", "")


def papers(finding: Finding) -> QFrame:
    """What the paper says, of a finding that has a passage."""
    text = finding.passage.text if finding.passage is not None else ""
    pieces = marked(text, bold_spans(finding))
    html = "".join(_BOLD.format(escape(piece)) if is_bold else escape(piece) for piece, is_bold in pieces)
    return _box("mist", "good", _("The paper says"), html, "quotation")


def _box(kind: str, heading_kind: str, heading: str, html: str, words_kind: str) -> QFrame:
    box = QFrame()
    style.mark(box, kind=kind)
    name, quoted = labels.slim(heading, heading_kind), labels.slim("", words_kind)
    quoted.setTextFormat(Qt.TextFormat.RichText)
    quoted.setText(html)
    quoted.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column = QVBoxLayout(box)
    column.setContentsMargins(11, 7, 11, 8)
    column.setSpacing(2)
    column.addWidget(name)
    column.addWidget(quoted)
    return box
