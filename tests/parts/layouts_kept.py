"""Parts of layouts that are gone while PySide still holds them."""

from __future__ import annotations

import re

import shiboken6
from PySide6.QtWidgets import QLayout, QSpacerItem, QWidgetItem

_PARENT = re.compile(r"^parent\.+ <\S+ at 0x([0-9a-f]+)>", re.MULTILINE)


def gone_parts() -> list[str]:
    """Where a part of a layout was taken away or moved after PySide had made an object of it.

    Nobody tells PySide that it is gone, so the object stays, and stands for whatever is made at the same address: a
    list gets it for its view, or a row for itself, and the program ends. `itemAt` and `itemAtPosition` make such
    objects, and `addLayout` does of all that is in the layout by then.
    """
    held = shiboken6.getAllValidWrappers()
    layouts = {id(each): each for each in held if isinstance(each, QLayout)}
    gone = []
    for part in held:
        if not isinstance(part, QWidgetItem | QSpacerItem):
            continue
        parent = _PARENT.search(shiboken6.dump(part))
        holder = layouts.get(int(parent[1], 16)) if parent else None
        if holder is not None and not any(layout.indexOf(part) >= 0 for layout in (holder, *layouts.values())):
            gone.append(f"{part} in {holder} of {holder.parentWidget()}")
    return gone
