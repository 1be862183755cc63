"""The row above a long text: bold, italic, lists, link, and how many words there are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.text.rich_text import BULLET, NUMBER
from app.translation import _
from app.ui.fields import rich_document
from app.ui.fields.rich_edit import RichEdit
from app.ui.look import fonts, icons, style
from app.ui.words.so_many import so_many


class RichToolbar(QWidget):
    """Buttons for the text area that it stands above, and a count. `limits` are (least, most) words, or None."""

    def __init__(self, edit: RichEdit, parent: QWidget | None = None, *, field: str = "") -> None:
        """`field` is what the text is called: a voice is to tell its buttons from those of the next text."""
        super().__init__(parent)
        self._edit = edit
        self.limits: tuple[int, int] | None = None
        self.bold = _button("bold", _("Bold"), "Ctrl+B")
        self.italic = _button("italic", _("Italic"), "Ctrl+I")
        self.bullets = _button("list", _("Bullet list"), "Ctrl+L")
        self.numbers = _button("list-ordered", _("Numbered list"), "Ctrl+Shift+N")
        self.link = _button("link", _("Link"), "Ctrl+Shift+K")
        self._count = QLabel()
        style.mark(self._count, kind="hint")
        self._count.setTextFormat(Qt.TextFormat.RichText)
        self._count.setMinimumWidth(60)  # in a narrow card the limits give way
        row = QHBoxLayout()
        row.setContentsMargins(9, 5, 14, 5)
        row.setSpacing(4)
        for button in (self.bold, self.italic, self.bullets, self.numbers, self.link):
            row.addWidget(button)
            if field:
                name = button.accessibleName()
                button.setAccessibleName(_("{name} in {field}").format(name=name, field=field))
        row.addStretch()
        row.addWidget(self._count)
        line = QFrame()
        style.mark(line, kind="line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(line)
        self._connect()

    def show_state(self) -> None:
        """Press the buttons that hold at the caret."""
        cursor = self._edit.textCursor()
        kind = rich_document.kind_of(cursor.block())
        for button, is_on in (
            (self.bold, self._edit.is_bold()),
            (self.italic, self._edit.is_italic()),
            (self.bullets, kind == BULLET),
            (self.numbers, kind == NUMBER),
            (self.link, cursor.charFormat().isAnchor()),
        ):
            button.setChecked(is_on)

    def show_count(self, words: int) -> None:
        """“95 words of 150 to 300”; “95 words of at most 300” where no number is too low."""
        text = f"<b>{so_many(words, 'word')}</b>"
        if self.limits:
            least, most = self.limits
            text += (
                _("&nbsp; of {least:,} to {most:,}").format(least=least, most=most)
                if least > 1
                else _("&nbsp; of at most {most:,}").format(most=most)
            )
        self._count.setText(text)

    def _connect(self) -> None:
        self.bold.clicked.connect(self._edit.toggle_bold)
        self.italic.clicked.connect(self._edit.toggle_italic)
        self.bullets.clicked.connect(self._edit.toggle_bullets)
        self.numbers.clicked.connect(self._edit.toggle_numbers)
        self.link.clicked.connect(self._edit.link_requested)
        self._edit.textChanged.connect(self.show_state)
        self._edit.cursorPositionChanged.connect(self.show_state)
        self._edit.currentCharFormatChanged.connect(self.show_state)


def _button(icon: str, name: str, key: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon, role="soft", on_role="link"))
    button.setIconSize(QSize(fonts.px(18), fonts.px(18)))
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same without leaving the text
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})")
    style.mark(button, kind="icon")
    return button
