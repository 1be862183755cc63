"""The user guide and the rules of the scores in a window of their own, read beside the work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QShowEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.mac_keys import native
from app.translation import _
from app.ui.look import fonts, style

PAGES = (
    (_("Guide"), "guide.md"),
    (_("What the checks look for"), "what-the-checks-look-for.md"),
    (_("How texts are scored"), "how-texts-are-scored.md"),
    (_("Every action, key and setting"), "reference.md"),
    (_("Privacy"), "privacy.md"),
)
_SIZE, _LEAST_TEXT, _BESIDE_NAMES = (1120, 760), 640, 20
_BODY_PX, _HEADING_PX = 16, {1: 26, 2: 20, 3: 17}
_PLACE = Qt.ItemDataRole.UserRole
_Heading = tuple[int, str, int]
"""Level, words, and the position in the document."""


class HelpDialog(QDialog):
    """Headings at the left, the text at the right. It stays open while the writer works."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self._folder = folder
        self._headings = QListWidget()
        self._headings.setAccessibleName(_("Contents"))
        self._headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search = QLineEdit(placeholderText=_("Search the help"))
        self.search.setAccessibleName(_("Search the help"))
        self.search.textChanged.connect(self._on_search)
        self._text = _Text()
        self._text.setAccessibleName(_("Help text"))
        self._text.document().setDocumentMargin(20)
        self._text.anchorClicked.connect(self._on_link)
        self._headings.currentItemChanged.connect(self._on_heading)
        self._pages: dict[str, list[_Heading]] = {}
        self._page = ""
        self._place = ("", "")
        self._lay_out()
        self._list()
        room = parent.size() if parent else self.size()
        width, height = (fonts.px(side) for side in _SIZE)
        self.resize(min(width, max(600, room.width() - 40)), min(height, max(360, room.height() - 40)))
        # As wide as the longest name, but for a window in which the text would have no room.
        longest = self._headings.sizeHintForColumn(0) + fonts.px(_BESIDE_NAMES)
        self._headings.setFixedWidth(min(longest, max(self.width() - fonts.px(_LEAST_TEXT), self.width() // 3)))

    def show_place(self, file: str, heading: str = "") -> None:
        """Open a page at a heading, or at its beginning when it has no such heading."""
        for row in range(self._headings.count()):
            item = self._headings.item(row)
            page, words, _level = item.data(_PLACE)
            if page == file and (words == heading or not heading):
                self._headings.setCurrentItem(item)
                return
        if heading:
            self._show_below(file, heading)

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the place once more when the text has its width: pictures above it are laid out anew."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._go_to(*self._place)

    def _show_below(self, file: str, heading: str) -> None:
        """Open a page at a heading that the list does not have, under the listed one that it stands below."""
        above = ""
        for level, words, _place in self._pages.get(file, []):
            above = words if level == 2 else above
            if words == heading:
                self.show_place(file, above)
                self._go_to(file, heading)
                return
        self.show_place(file)

    def _list(self) -> None:
        for title, file in PAGES:
            self._pages[file] = self._read(file)
            self._add(title, file, "", 1)
            for level, words, _place in self._pages[file]:
                if level == 2:
                    self._add(words, file, words, 2)
        self._headings.setCurrentRow(0)

    def _add(self, shown: str, file: str, words: str, level: int) -> None:
        item = QListWidgetItem(shown if level == 1 else f"    {shown}")
        item.setData(_PLACE, (file, words, level))
        item.setToolTip(shown.strip())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, shown.strip())
        if level == 1:
            item.setFont(fonts.sans(15, 600))
        self._headings.addItem(item)

    def _read(self, file: str) -> list[_Heading]:
        """Show a page and say where its headings stand."""
        document = self._text.document()
        self._page = file
        document.setBaseUrl(QUrl.fromLocalFile(f"{self._folder}/"))
        document.setMarkdown(self._words(file), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        return _dressed(document)

    def _on_heading(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        file, words, _level = item.data(_PLACE)
        if file != self._page:
            self._pages[file] = self._read(file)
        self._go_to(file, words)

    def _go_to(self, file: str, words: str) -> None:
        self._place = file, words
        place = next((place for _l, text, place in self._pages.get(file, []) if text == words), 0)
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(place)
        self._text.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes to the top
        self._text.setTextCursor(cursor)

    def _on_search(self, wanted: str) -> None:
        """Leave the headings under which every word stands, and open the first."""
        words = wanted.casefold().split()
        first = None
        for row in range(self._headings.count()):
            item = self._headings.item(row)
            file, heading, _level = item.data(_PLACE)
            text = self._part(file, heading).casefold()
            item.setHidden(not all(word in text for word in words))
            if first is None and heading and not item.isHidden():
                first = item
        if words and first is not None:
            self._headings.setCurrentItem(first)

    def _part(self, file: str, heading: str) -> str:
        """The words below a heading of a page, with the heading; the whole page where there is none."""
        text = self._words(file)
        if not heading:
            return text
        return heading + text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]

    def _words(self, file: str) -> str:
        return native((self._folder / file).read_text("utf-8"))

    def _on_link(self, url: QUrl) -> None:
        if url.isRelative():
            self.show_place(url.path())
        else:
            QDesktopServices.openUrl(url)

    def _lay_out(self) -> None:
        style.mark(self._text, kind="help")
        row = QHBoxLayout()
        row.setSpacing(16)
        beside = QVBoxLayout()
        beside.addWidget(self.search)
        beside.addWidget(self._headings, 1)
        row.addLayout(beside)
        row.addWidget(self._text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.addLayout(row, 1)
        column.addWidget(buttons)


class _Text(QTextBrowser):
    """The text, with its pictures scaled smoothly to the width there is."""

    def __init__(self) -> None:
        super().__init__(openLinks=False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture at the width of the column, sharp also on screens with small dots."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        if picture.isNull():
            return picture
        ratio = self.devicePixelRatioF()
        width = min(picture.width(), round(max(240, self.viewport().width() - 60) * ratio))
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled


def _dressed(document: QTextDocument) -> list[_Heading]:
    """Give the headings our type and the text its line height; returns the headings."""
    document.setDefaultFont(fonts.sans(_BODY_PX))
    found = []
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        form.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            form.setTopMargin(fonts.px(10 if level == 1 else 22))
            form.setBottomMargin(fonts.px(6))
            found.append((level, block.text(), block.position()))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = cursor.charFormat()
            letters.setFont(fonts.serif(_HEADING_PX.get(level, _BODY_PX)))
            cursor.mergeCharFormat(letters)
            cursor.clearSelection()
        cursor.mergeBlockFormat(form)
        block = block.next()
    return found
