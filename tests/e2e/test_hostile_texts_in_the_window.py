"""Texts from elsewhere stay texts in every panel and dialog: no label, tooltip or page of the window takes them for
markup, which could show a picture from the disk or a link that is none."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QTextEdit, QWidget

from app.model.house_style import Term
from app.model.paper_text import AttachedPaper, Block, PaperText
from app.model.summary import Category
from app.ui.side_panel import TABS
from app.ui.window import Window
from bench.hostile.texts import hostile_site, hostile_summary
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]
HOSTILE = 'We saw <img src="file:///etc/hosts"> in <b>40 rats</b> and <a href="file:///etc/passwd">more</a>.'
SIGNS = ("<img", '<a href="file', "<b>40")
DIALOGS = ("publish", "site_settings", "categories", "glossary", "targets", "find_action")


def library_of(path: Path) -> None:
    paper = AttachedPaper(
        "text", PaperText((Block("heading", HOSTILE), Block("paragraph", HOSTILE, 1))), HOSTILE, "0" * 64, "2026", False
    )
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save_site(hostile_site(HOSTILE))
        library.save_category(Category("hostile", HOSTILE, HOSTILE))
        library.save_glossary([Term(HOSTILE, HOSTILE, HOSTILE), Term("rats", HOSTILE, HOSTILE)])
        library.writer = HOSTILE
        summary = library.save(replace(hostile_summary(HOSTILE), status="draft"), "save")
        library.save(replace(summary, simple_explanation=f"{HOSTILE} More of it."), "save")
        library.name_newest(summary.id, HOSTILE)
        library.attach(summary.id, paper, None)


def markup_in(root: QWidget) -> list[str]:
    """Every place below a widget where the text would be taken for markup."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        place = f"{type(widget.parent()).__name__}/{type(widget).__name__}"
        if is_markup(widget.toolTip()):
            found.append(f"tooltip of {place}: {widget.toolTip()[:60]}")
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and is_markup(widget.text()):
            found.append(f"label in {place}: {widget.text()[:60]}")
        if isinstance(widget, QTextEdit) and has_strange(widget.document()):
            found.append(f"text in {place}")
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += [f"tooltip in {place}: {tip[:60]}" for tip in tips(widget.model()) if is_markup(tip)]
    return found


def is_markup(text: str) -> bool:
    return any(sign in text for sign in SIGNS)  # on its first line: Qt takes all of it for markup then


def has_strange(document: QTextDocument) -> bool:
    block = document.begin()
    while block.isValid():
        for piece in (found.fragment() for found in block):
            link = piece.charFormat().anchorHref()
            if piece.charFormat().isImageFormat() or link.startswith("file:"):
                return True
        block = block.next()
    return False


def tips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), 20)):
        for column in range(12):
            if (index := model.index(row, column)).isValid():
                yield str(model.data(index, Qt.ItemDataRole.ToolTipRole) or "")


def open_dialog(window: Window) -> QDialog | None:
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


def test_no_text_is_markup_in_any_panel_or_dialog(desktop: Any, tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    library_of(path)
    found: list[str] = []
    looked: list[str] = []

    def script(window: Window) -> Steps:
        def look(root: QWidget, where: str) -> None:
            looked.append(where)
            found.extend(f"{where}: {each}" for each in markup_in(root))

        yield lambda: window.page == "library"
        yield 500
        look(window, "library")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 1500
        look(window, "editor")
        for tab in TABS:
            window.table[f"show_{tab}"].trigger()
            yield 500
            look(window, tab)
        window.table["show_history"].trigger()
        yield 200
        history: Any = window.side._stack.currentWidget()
        history.list.setFocus()
        desktop.key(Qt.Key.Key_Down)
        desktop.key(Qt.Key.Key_Return)
        yield 500
        look(window, "comparison")
        for name in DIALOGS:
            if not window.table[name].isEnabled():
                continue
            window.table[name].trigger()
            yield lambda: open_dialog(window) is not None
            yield 400
            dialog = open_dialog(window)
            assert dialog is not None
            look(dialog, name)
            dialog.close()
            yield lambda: open_dialog(window) is None

    desktop.run(script, "--library", str(path))
    assert len(looked) > 12, looked
    assert not found, "\n".join(dict.fromkeys(found))
