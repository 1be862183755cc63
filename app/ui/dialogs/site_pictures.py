"""The pictures that other sites show beside a link: one of the website, one of a category at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.model.site import Picture
from app.model.summary import Category
from app.translation import _
from app.ui.dialogs.file_questions import file_to_open
from app.ui.look import fonts, style
from app.ui.look.choice import Choice
from app.ui.look.spoken_label import SpokenLabel

MOST_PIXELS = 1200
"""As wide or high as other sites show them; larger ones are made smaller when they come in."""
_JPEG_QUALITY = 86


class SitePictures(QWidget):
    """`edited` says that a picture has changed. Pictures are written anew, so that no place or name stays in them."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[str, Picture] = {}
        self.whose = Choice()
        self.choose, self.remove = QPushButton(_("Choose…")), QPushButton(_("Remove"))
        self.words = QLineEdit()
        self._shown = QLabel()
        self._fault = SpokenLabel()
        self._build()
        self.whose.currentIndexChanged.connect(self._show_picture)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)
        self.words.textEdited.connect(self._on_words)

    def show_pictures(self, pictures: Sequence[Picture], categories: Sequence[Category]) -> None:
        """Show these pictures; there may be one of the website and one of each category."""
        self._pictures = {picture.category: picture for picture in pictures}
        self.whose.clear()
        self.whose.addItem(_("The whole website"), "")
        for category in categories:
            self.whose.addItem(_("Category: {name}").format(name=category.name), category.slug)
        self._show_picture()

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures as they are now, the website's first."""
        return tuple(self._pictures[name] for name in sorted(self._pictures))

    def take(self, file: Path) -> None:
        """Read a picture from a file, or say why it cannot be one."""
        image = QImage(str(file))
        if image.isNull():
            self._fault.setText(
                _("{name} is no picture that can be read. PNG and JPEG work everywhere.").format(name=file.name)
            )
            self._fault.show()
            return
        old = self._pictures.get(self._name())
        self._pictures[self._name()] = replace(_picture(image), words=old.words if old else "", category=self._name())
        self._show_picture()
        self.edited.emit()

    def _name(self) -> str:
        return str(self.whose.currentData() or "")

    def _on_choose(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)")
        file = file_to_open(self, _("Choose a picture"), kinds)
        if file:
            self.take(Path(file))

    def _on_remove(self) -> None:
        if self._pictures.pop(self._name(), None):
            self._show_picture()
            self.choose.setFocus()
            self.edited.emit()

    def _on_words(self, text: str) -> None:
        if picture := self._pictures.get(self._name()):
            self._pictures[self._name()] = replace(picture, words=text.strip())
            self.edited.emit()

    def _show_picture(self) -> None:
        picture = self._pictures.get(self._name())
        self._fault.hide()
        self.remove.setEnabled(picture is not None)
        self.words.setEnabled(picture is not None)
        self.words.setText(picture.words if picture else "")
        pixmap = QPixmap()
        if picture:
            pixmap.loadFromData(picture.content)
            box = QSize(fonts.px(150), fonts.px(84))
            pixmap = pixmap.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._shown.setPixmap(pixmap)
        if not picture:
            self._shown.setText(_("No picture"))

    def _build(self) -> None:
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whose.setMinimumContentsLength(12)
        self.whose.setAccessibleName(_("Whose picture"))
        self.words.setAccessibleName(_("What the picture shows"))
        self.words.setPlaceholderText(_("What it shows, for those who cannot see it"))
        self._shown.setFixedSize(fonts.px(150), fonts.px(84))
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        style.mark(self._shown, kind="hint")
        style.mark(self._fault, kind="error")
        self._fault.hide()
        for button in (self.choose, self.remove):
            style.mark(button, kind="secondary")
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.whose)
        right.addWidget(self.words)
        right.addLayout(buttons)
        row = QHBoxLayout()
        row.addWidget(self._shown)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._fault)


def _picture(image: QImage) -> Picture:
    """The image within 1200 pixels, as PNG when parts of it are clear, else as JPEG."""
    if max(image.width(), image.height()) > MOST_PIXELS:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(MOST_PIXELS, MOST_PIXELS, keep, smooth)
    for key in image.textKeys():
        image.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.hasAlphaChannel():
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the call a str
    else:
        image.save(buffer, "JPG", _JPEG_QUALITY)  # type: ignore[call-overload]
    return Picture(bytes(buffer.data().data()), image.width(), image.height())
