"""Walks what a screen reader would be told of a window, and says in sentences what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

Role = QAccessible.Role
BUTTONS = {Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.Link}
CONTROLS = BUTTONS | {
    Role.ComboBox, Role.EditableText, Role.SpinBox, Role.Slider, Role.List, Role.Table, Role.Tree, Role.PageTabList,
    Role.PageTab, Role.MenuItem, Role.ListItem, Role.Cell, Role.ColumnHeader, Role.TreeItem, Role.Dialog,
    Role.ProgressBar,
}  # fmt: skip
TARGETS = BUTTONS | {Role.ComboBox, Role.EditableText, Role.SpinBox, Role.PageTab, Role.Slider, Role.ListItem}
LEAST = 24
FOCUSABLE = (
    QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar,
)  # fmt: skip
_DEEPEST = 60


def tree(root: QWidget) -> Iterator[tuple[QAccessibleInterface, QAccessibleInterface | None, int]]:
    """Every interface below a widget that can be seen, with its parent and depth, in the order it is told."""
    top = QAccessible.queryAccessibleInterface(root)
    stack: list[tuple[QAccessibleInterface, QAccessibleInterface | None, int]] = [(top, None, 0)]
    while stack:
        here, above, depth = stack.pop()
        if not here.isValid() or here.state().invisible:
            continue
        yield here, above, depth
        if depth < _DEEPEST and here.role() not in (Role.WebDocument, Role.MenuItem):
            children = [here.child(place) for place in range(here.childCount())]
            stack += [(child, here, depth + 1) for child in reversed(children) if child is not None]


def faults(root: QWidget, where: str) -> list[str]:
    """What is unnamed, without a role or its value, too small, or named as its neighbour is."""
    found: list[str] = []
    names: Counter[tuple[int, str]] = Counter()
    parents: dict[int, QAccessibleInterface] = {}
    for here, above, _depth in tree(root):
        role, raw = here.role(), here.text(QAccessible.Text.Name)
        name = raw.strip()
        if role == Role.NoRole:
            found.append(f"{where}: no role: {told(here)}")
        if role not in CONTROLS:
            continue
        if not name and role not in (Role.Cell, Role.ColumnHeader) and not _is_part(above):
            found.append(f"{where}: no name: {told(here)}")
        if role in BUTTONS and raw != name:
            found.append(f"{where}: a space around its name: {told(here)}")
        if role in BUTTONS and above is not None:
            parents[id(above.object())] = above
            names[id(above.object()), name] += 1
        if role in TARGETS and not _is_part(above) and min(here.rect().width(), here.rect().height()) < LEAST:
            size = f"{here.rect().width()}x{here.rect().height()}"
            found.append(f"{where}: {size} px is too small a target: {told(here)}")
        if role == Role.ComboBox and not here.relations(QAccessible.RelationFlag.Label):
            found.append(f"{where}: on Linux told by its value alone, which “{name}” is: {told(here)}")
        if (silent := _silent(here)) is not None:
            found.append(f"{where}: {silent}: {told(here)}")
        if (said := _unspoken(here)) is not None:
            found.append(f"{where}: reads “{said}” and is called “{name}”: {told(here)}")
    found += [f"{where}: {count} buttons called “{name}”" for (_group, name), count in names.items() if count > 1]
    return found


def told(here: QAccessibleInterface) -> str:
    """An interface as a sentence: role, name, and the classes around it."""
    object_, chain = here.object(), []
    while object_ is not None and len(chain) < 4:
        chain.append(type(object_).__name__ + (f"#{object_.objectName()}" if object_.objectName() else ""))
        object_ = object_.parent()
    return f"{here.role().name} “{here.text(QAccessible.Text.Name)}” in {' < '.join(chain)}"


def visible_focusable(root: QWidget) -> list[QWidget]:
    """Every control of a window that can be seen and used."""
    kinds = [child for kind in FOCUSABLE for child in root.findChildren(kind)]
    return [
        widget
        for widget in kinds
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is root.window()
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


def _is_part(above: QAccessibleInterface | None) -> bool:
    """Whether it is the inner field of a box that has the name, or a row of one."""
    return above is not None and above.role() in (Role.SpinBox, Role.ComboBox)


def _silent(here: QAccessibleInterface) -> str | None:
    """What the control shows and the tree does not say: its words, its number, whether it is ticked."""
    shown, said = here.object(), here.text(QAccessible.Text.Value)
    if isinstance(shown, QLineEdit) and shown.echoMode() == QLineEdit.EchoMode.Normal and said != shown.text():
        return f"holds “{shown.text()}” and says “{said}”"
    if isinstance(shown, QTextEdit | QPlainTextEdit) and _letters(said) != _letters(shown.toPlainText()):
        return f"holds “{shown.toPlainText()[:40]}” and says “{said[:40]}”"
    if isinstance(shown, QComboBox) and shown.currentText() not in (said, here.text(QAccessible.Text.Name)):
        return f"shows “{shown.currentText()}” and says “{said}”"
    if isinstance(shown, QAbstractSpinBox | QProgressBar | QSlider):
        number = here.valueInterface()
        if number is None or (not isinstance(shown, QAbstractSpinBox) and number.currentValue() != shown.value()):
            return "has a number and says none"
    if isinstance(shown, QAbstractButton) and shown.isCheckable():
        state = here.state()
        if bool(state.checked) != shown.isChecked() or not (state.checkable or here.role() == Role.RadioButton):
            return f"is {'' if shown.isChecked() else 'not '}ticked and says otherwise"
    return None


def _letters(text: str) -> str:
    return "".join(text.split()).replace("\ufffc", "")


def _unspoken(here: QAccessibleInterface) -> str | None:
    """The words on a button when its name does not begin with them: then dictation cannot press it."""
    button = here.object()
    if here.role() not in BUTTONS or not isinstance(button, QAbstractButton) or not button.text().strip():
        return None
    seen = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
    return None if here.text(QAccessible.Text.Name).strip().casefold().startswith(seen.casefold()) else seen
