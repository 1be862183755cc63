"""Where to: the kind of place, and a small form for each that says how a right value looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.hosting.places import cloud_of
from app.model.place import FOLDER, GIT, SERVER, SSH_PORT, ZIP, Place, Places
from app.translation import _
from app.ui.look import fonts, icons, labels, style
from app.ui.look.choice import Choice

KINDS = ((FOLDER, _("A folder")), (ZIP, _("A zip file")), (GIT, _("A git repository")), (SERVER, _("A server (SFTP)")))
_ADDRESS = {
    FOLDER: (_("Into this folder"), _("Choose a folder for it")),
    ZIP: (_("Into this file"), _("Choose a name, such as site.zip")),
    GIT: (_("Repository"), _("https://example.org/name/site.git, or your own clone’s folder")),
    SERVER: (_("Server"), "files.example.org"),
}
_LINES = {
    "branch": (_("Branch"), "main", (GIT,)),
    "folder": (_("Folder in it"), "docs", (GIT, SERVER)),
    "user": (_("User"), "ann", (GIT, SERVER)),
    "port": (_("Port"), str(SSH_PORT), (SERVER,)),
    "key_file": (_("Key file"), _("~/.ssh/id_ed25519"), (SERVER,)),
    "password": (_("Password"), _("if it wants one"), (GIT, SERVER)),
}


def is_same_place(one: Place, other: Place) -> bool:
    """Whether two places are one, whatever its key."""
    return replace(one, host_key="") == replace(other, host_key="")


class PlaceForm(QWidget):
    """Shows one place at a time; the others are kept while the dialog is open. `changed` says: look again."""

    changed = Signal()
    check_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places = Places()
        self._host_key = ""
        self.kind, self.address, self.choose = Choice(), QLineEdit(), QPushButton(_("Choose…"))
        self.lines = {name: QLineEdit() for name in _LINES}
        self._above = {name: labels.label(words, "label") for name, (words, _example, _kinds) in _LINES.items()}
        self._address_label, self._kind_label = labels.label("", "label"), labels.label(_("Where to"), "label")
        self.keeps_password = QCheckBox(_("Keep the password in this computer’s keyring"))
        self.check = QPushButton(_("Check the connection"))
        self.note = labels.label("", "hint")
        self._build()
        self._show_place(Place())
        self.kind.currentIndexChanged.connect(self._on_kind)
        for line in (self.address, *(line for name, line in self.lines.items() if name != "password")):
            line.editingFinished.connect(self._on_edited)
        self.choose.clicked.connect(self._on_choose)
        self.check.clicked.connect(self.check_requested)

    def place(self) -> Place:
        """What the fields say."""
        kind, address = str(self.kind.currentData()), self.address.text().strip()
        if kind in (FOLDER, ZIP) or address.startswith("~"):
            address = str(Path(address).expanduser()) if address else ""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        port = int(texts["port"]) if texts["port"].isdecimal() and 0 < int(texts["port"]) < 65536 else SSH_PORT
        asked = {
            name: texts[name] if kind in _LINES[name][2] else "" for name in ("branch", "folder", "user", "key_file")
        }
        return Place(kind, address, port=port, host_key=self._host_key, **asked)

    def password(self) -> str:
        """What stands in the password field; empty where it is not shown."""
        return self.lines["password"].text() if self.lines["password"].isVisibleTo(self) else ""

    def show_places(self, places: Places, can_keep: bool) -> None:
        """Show the remembered places, the one of last time in front."""
        self._places = places
        self.keeps_password.setEnabled(can_keep)
        self.keeps_password.setToolTip("" if can_keep else _("This computer has no keyring: you are asked each time"))
        self._show_place(places.place(places.kind))

    def show_address(self, address: str) -> None:
        """Put an address into its field, the home folder shortened to `~`."""
        home = str(Path.home())
        self.address.setText("~" + address.removeprefix(home) if address.startswith(home + "/") else address)
        self._show_note()

    def trust(self, key: str) -> None:
        """The writer agreed to this key of the server."""
        self._host_key = key

    def say(self, sentence: str) -> None:
        """Say something of the place below its fields."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _show_place(self, place: Place) -> None:
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(place.kind))
        self.kind.blockSignals(False)
        self._host_key = place.host_key
        for name, line in self.lines.items():
            value = "" if name == "password" else str(getattr(place, name))
            line.setText("" if name == "port" and place.port == SSH_PORT else value)
        self._show_kind(place.kind)
        self.show_address(place.address)

    def _show_kind(self, kind: str) -> None:
        words, example = _ADDRESS[kind]
        self._address_label.setText(words)
        self.address.setAccessibleName(words)
        self.address.setPlaceholderText(example)
        self.choose.setVisible(kind != SERVER)
        for name, (_words, _example, kinds) in _LINES.items():
            for part in (self.lines[name], self._above[name]):
                part.setVisible(kind in kinds)
        is_far = kind in (GIT, SERVER)
        self.check.setVisible(is_far)
        self.keeps_password.setVisible(is_far)

    def _show_note(self) -> None:
        place = self.place()
        cloud = cloud_of(place.address) if place.kind == FOLDER else ""
        self.say(
            _("{cloud} copies this folder. Wait until it has finished before you look at the site.").format(cloud=cloud)
            if cloud
            else ""
        )

    def _on_kind(self) -> None:
        wanted = str(self.kind.currentData())
        self._show_place(self._places.place(wanted))
        self.changed.emit()

    def _on_edited(self) -> None:
        edited = [line for line in (self.address, *self.lines.values()) if line.isModified()]
        if not edited:
            return
        for line in edited:
            line.setModified(False)
        if self.address in edited and self.place().kind == SERVER:
            self._host_key = ""  # another server has another key
        self._keep()

    def _keep(self) -> None:
        self._places = replace(self._places, places={**self._places.places, self.place().kind: self.place()})
        self._show_note()
        self.changed.emit()

    def _on_choose(self) -> None:
        start = self.place().address or str(Path.home())
        if self.place().kind == ZIP:
            start = start if start.endswith(".zip") else str(Path(start) / "site.zip")
            chosen, _kind = QFileDialog.getSaveFileName(
                self, _("Publish into this file"), start, _("Zip files (*.zip)"),
                options=QFileDialog.Option.DontConfirmOverwrite,
            )  # fmt: skip
        else:
            chosen = QFileDialog.getExistingDirectory(self, _("Publish into this folder"), start)
        if chosen:
            self.show_address(str(Path(chosen)))  # as this system writes it: Qt gives / everywhere
            self._keep()

    def _build(self) -> None:
        for kind, words in KINDS:
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(_("Where to"))
        self.choose.setIcon(icons.icon("folder-open", role="link"))
        self.choose.setIconSize(QSize(fonts.px(20), fonts.px(16)))
        self.lines["password"].setEchoMode(QLineEdit.EchoMode.Password)
        for button in (self.choose, self.check):
            style.mark(button, kind="secondary")
            button.setAutoDefault(False)
        first = QGridLayout()
        first.setHorizontalSpacing(8)
        first.setVerticalSpacing(6)
        self._put(first, 0, self._kind_label, self.kind)
        self._put(first, 1, self._address_label, self.address)
        first.addWidget(self.choose, 1, 2)
        first.setColumnStretch(1, 1)
        more = QGridLayout()
        more.setHorizontalSpacing(8)
        more.setVerticalSpacing(6)
        columns = {
            "branch": (0, 0),
            "folder": (0, 1),
            "user": (0, 2),
            "port": (0, 0),
            "key_file": (2, 1),
            "password": (2, 0),
        }
        for name, (row, column) in columns.items():
            line = self.lines[name]
            line.setPlaceholderText(_LINES[name][1])
            line.setAccessibleName(_LINES[name][0])
            self._put(more, column, self._above[name], line, row)
        for column in range(3):
            more.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.keeps_password)
        foot.addStretch(1)
        foot.addWidget(self.check)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(8)
        for layout in (first, more, foot):
            column_layout.addLayout(layout)
        column_layout.addWidget(self.note)

    @staticmethod
    def _put(grid: QGridLayout, column: int, above: QLabel, field: QWidget, row: int = 0) -> None:
        above.setBuddy(field)
        grid.addWidget(above, row, column)
        grid.addWidget(field, row + 1, column)
