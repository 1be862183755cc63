"""One table of every action: its menu, its spoken name, its keys, its tip and the page on which it can be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.mac_keys import IS_MAC
from app.translation import _, amid, quoted

LIBRARY, EDITOR, ANYWHERE = "library", "editor", "anywhere"
MENUS = ("&File", "&Edit", "&Insert", "F&ormat", "&Review", "&Paper", "&View", "&Help")
"""As in the code: they, and the texts of the table, are translated where they are shown."""


@dataclass(frozen=True, slots=True)
class Spec:
    """An action. `group` starts a new part of its menu when it differs from the one before.

    `is_field_key`: the field under the caret answers the key itself; the menu presses that key for the writer.
    `choice_of` names the set of which one is always chosen.
    """

    name: str
    text: str
    menu: str
    keys: str = ""
    tip: str = ""
    page: str = ANYWHERE
    group: int = 0
    is_field_key: bool = False
    choice_of: str = ""
    is_checkable: bool = False


TABLE = (
    Spec("new_summary", "New summary", "&File", "Ctrl+N", "Start an empty summary"),
    Spec("new_library", "New library…", "&File", tip="Make a new, empty library file"),
    Spec("open_library", "Open library…", "&File", "Ctrl+O", "Open another library file"),
    Spec("open_sample", "Open the sample library", "&File", tip="Three finished summaries to look at and change"),
    Spec("back_to_library", "Back to the library", "&File", "Alt+Home", "See all summaries", EDITOR, 1),
    Spec("save", "Keep this version", "&File", "Ctrl+S", "Save now and keep this version for good", EDITOR, 1),
    Spec("name_version", "Keep and name this version…", "&File", "Ctrl+Alt+S", "Keep it under a name", EDITOR, 1),
    Spec("save_copy", "Save a copy…", "&File", "Ctrl+Shift+S", "Write this summary to a file of its own", EDITOR, 1),
    Spec("import_files", "Import…", "&File", "Ctrl+Shift+O", "Bring in published pages, papers or JSON", group=2),
    Spec("send_to_writer", "Send to another writer…", "&File", "Ctrl+Alt+E",
         "Write the open or chosen summaries to a file for another library", group=2),
    Spec("publish", "Publish…", "&File", "Ctrl+Shift+P", "Write the website, pages or JSON to a folder", group=2),
    Spec("look_at_site", "Look at the whole website", "&File", "Ctrl+Alt+P", "In the browser, unpublished", group=2),
    Spec("site_settings", "Website settings…", "&File", tip="Name, address and texts of the website", group=2),
    Spec("backups", "Backups…", "&File", tip="Copies of the library: make one, or bring one back", group=2),
    Spec("quit", "Quit", "&File", "Ctrl+Q", "Close Plainspoken; everything is saved first", group=3),
    Spec("undo", "Undo", "&Edit", "Ctrl+Z", "Take the last step back"),
    Spec("redo", "Redo", "&Edit", "Ctrl+Shift+Z; Ctrl+Y", "Bring the step back again", EDITOR),
    Spec("find", "Find…", "&Edit", "Ctrl+F", "Find words in this summary, or in all of them", group=1),
    Spec("next_match", "Next match", "&Edit", "F3", "Go to the next place found", EDITOR, 1),
    Spec("previous_match", "Previous match", "&Edit", "Shift+F3", "Go to the place found before", EDITOR, 1),
    Spec("duplicate", "Duplicate summary", "&Edit", "Ctrl+D", "Make a copy of the chosen summary", LIBRARY, 2),
    Spec("trash", "Move to the trash", "&Edit", tip="Put the chosen summaries in the trash", page=LIBRARY, group=2),
    Spec("untrash", "Put back from the trash", "&Edit", tip="Put the chosen summaries back", page=LIBRARY, group=2),
    Spec("empty_trash", "Empty the trash…", "&Edit", tip="Delete what is in the trash for good", page=LIBRARY, group=2),
    Spec("order_rows", "Order the summaries by…", "&Edit", tip="Title, state, grade …", page=LIBRARY, group=2),
    Spec("trash_time", "When the trash empties…", "&Edit", tip="After how many days, or never", page=LIBRARY, group=2),
    Spec("categories", "Categories…", "&Edit", tip="Name, describe, order and merge categories", group=3),
    Spec("glossary", "Glossary…", "&Edit", tip="Hard words of this library, and plain words for them", group=3),
    Spec("targets", "Reading targets…", "&Edit", tip="What this library asks of its texts", group=3),
    Spec("settings", "Settings…", "&Edit", "Ctrl+,", "Text size, colours, your name, and more", group=4),
    Spec("new_item", "New item", "&Insert", "Ctrl+Return", "Add a finding, card or limitation here", EDITOR, 0, True),
    Spec("remove_item", "Remove item", "&Insert", "Ctrl+Shift+Backspace", "Remove this item", EDITOR, 0, True),
    Spec("move_item_up", "Move item up", "&Insert", "Alt+Up", "Move this item one place up", EDITOR, 1, True),
    Spec("move_item_down", "Move item down", "&Insert", "Alt+Down", "Move this item one place down", EDITOR, 1, True),
    Spec("bold", "Bold", "F&ormat", "Ctrl+B", "Make the chosen words bold", EDITOR, 0, True),
    Spec("italic", "Italic", "F&ormat", "Ctrl+I", "Make the chosen words italic", EDITOR, 0, True),
    Spec("list", "List", "F&ormat", "Ctrl+L", "Make these lines a list", EDITOR, 0, True),
    Spec("numbers", "Numbered list", "F&ormat", "Ctrl+Shift+N", "Make these lines a numbered list", EDITOR, 0, True),
    Spec("link", "Link…", "F&ormat", "Ctrl+Shift+K", "Make the chosen words a link", EDITOR, 0, True),
    Spec("next_finding", "Next finding", "&Review", "F8", "Go to the next place to look at", EDITOR),
    Spec("previous_finding", "Previous finding", "&Review", "Shift+F8", "Go to the place before", EDITOR),
    Spec("leave_finding", "Leave this finding as it is", "&Review", "Alt+Delete", "Dismiss it, here", EDITOR),
    Spec("explain", "Explain here", "&Review", "Ctrl+.", "Say why the words at the caret are marked", EDITOR, 0, True),
    Spec("add_term", "Add to the glossary…", "&Review", "Ctrl+Shift+G", "Plain words for the word here", EDITOR),
    Spec("comment", "Comment on these words…", "&Review", "Ctrl+Alt+M", "Say something, or suggest words", EDITOR),
    Spec("show_comments", "Comments", "&Review", "Ctrl+6", "What was said about this summary", EDITOR),
    Spec("review_copy", "Make a review copy…", "&Review", "Ctrl+Alt+R", "A Word file or PDF to send out", EDITOR),
    Spec("bring_back_comments", "Bring back comments…", "&Review", "Ctrl+Alt+B", "Out of the Word file you sent"),
    Spec("checklist", "Checklist…", "&Review", "Ctrl+Shift+I", "Twenty questions on how clear it is", EDITOR),
    Spec("state_draft", "State: draft", "&Review", tip="Still being written", page=EDITOR, group=1),
    Spec("state_in-review", "State: in review", "&Review", tip="Somebody reads it", page=EDITOR, group=1),
    Spec("state_ready", "State: ready to publish", "&Review", tip="Finished", page=EDITOR, group=1),
    Spec("state_published", "State: published", "&Review", tip="Belongs on the website", page=EDITOR, group=1),
    Spec("state_unpublished", "State: unpublished", "&Review", tip="Taken off the website", page=EDITOR, group=1),
    Spec("look_up", "Look a paper up…", "&Paper", "Ctrl+Shift+L", "Fill the citation by a DOI or link"),
    Spec("attach_paper", "Attach a paper…", "&Paper", "Ctrl+Shift+A", "Bring the paper’s file beside the form", EDITOR),
    Spec("paste_paper", "Attach what is on the clipboard", "&Paper", tip="A copied paper or reference", page=EDITOR),
    Spec("remove_paper", "Remove the paper", "&Paper", tip="The summary stays as it is", page=EDITOR),
    Spec("keep_paper", "Keep the PDF too", "&Paper", tip="PDFs up to 20 MB, for their pages", page=EDITOR,
         is_checkable=True),
    Spec("open_paper", "Open the paper’s page", "&Paper", tip="Open the DOI or link in the browser", page=EDITOR),
    Spec("search_paper", "Search the paper", "&Paper", "Ctrl+Shift+F", "Find words in the paper", EDITOR, 1),
    Spec("use_words", "Use the selected words in…", "&Paper", "Ctrl+U", "Put words of the paper in a field", EDITOR, 1),
    Spec("link_sentence", "Sentence: comes from this passage", "&Paper", "Ctrl+Shift+Return",
         "Link the sentence at the caret to the passage that is shown", EDITOR, 2),
    Spec("explain_sentence", "Sentence: is explanation", "&Paper", "Ctrl+Shift+E", "Background of your own", EDITOR, 2),
    Spec("open_sentence", "Sentence: take the link back", "&Paper", tip="It is open again", page=EDITOR, group=2),
    Spec("next_open", "Next open sentence", "&Paper", "F9", "Go to the next sentence without a link", EDITOR, 2),
    Spec("show_preview", "Preview", "&View", "Ctrl+1", "The page as it will be published", EDITOR),
    Spec("show_reading", "Reading", "&View", "Ctrl+2", "How hard the Simple Explanation reads", EDITOR),
    Spec("show_paper", "Paper", "&View", "Ctrl+3", "The paper beside your text", EDITOR),
    Spec("show_checks", "Checks", "&View", "Ctrl+4", "Everything to mend or look at", EDITOR),
    Spec("show_history", "History", "&View", "Ctrl+5", "Versions of this summary", EDITOR),
    Spec("side_panel", "Side panel", "&View", "Ctrl+0", "Show the side panel", EDITOR, 1, is_checkable=True),
    Spec("next_section", "Next section", "&View", "Ctrl+PgDown", "Go to the next section", EDITOR, 2),
    Spec("previous_section", "Previous section", "&View", "Ctrl+PgUp", "Go to the section before", EDITOR, 2),
    Spec("next_area", "Next area", "&View", "F6", "Outline, form, side panel", EDITOR, 2),
    Spec("previous_area", "Previous area", "&View", "Shift+F6", "The area before", EDITOR, 2),
    Spec("phone", "Preview at phone width", "&View", tip="As on a phone", page=EDITOR, group=3, choice_of="width"),
    Spec("desktop", "Preview at desktop width", "&View", tip="As on a desk", page=EDITOR, group=3, choice_of="width"),
    Spec("open_page", "Open the page in the browser", "&View", tip="This page, in your browser", page=EDITOR, group=3),
    Spec("text_larger", "Text size: next step up", "&View", "Ctrl++; Ctrl+=", "Larger text everywhere", group=4),
    Spec("text_smaller", "Text size: next step down", "&View", "Ctrl+-", "Smaller text everywhere", group=4),
    Spec("scheme_system", "Colours: as the system", "&View", tip="With the system", group=5, choice_of="scheme"),
    Spec("scheme_light", "Colours: light", "&View", tip="Always light", group=5, choice_of="scheme"),
    Spec("scheme_dark", "Colours: dark", "&View", tip="Always dark", group=5, choice_of="scheme"),
    Spec("scheme_contrast_light", "Colours: high contrast, light", "&View", tip="Black on white, strong edges", group=5,
         choice_of="scheme"),
    Spec("scheme_contrast_dark", "Colours: high contrast, dark", "&View", tip="White on black, strong edges", group=5,
         choice_of="scheme"),
    Spec("full_screen", "Full screen", "&View", "F11", "Nothing but Plainspoken", group=6, is_checkable=True),
    Spec("find_action", "Find an action…", "&Help", "Ctrl+K", "Any action, by its name"),
    Spec("keys", "All keys", "&Help", "Shift+F1", "Every key on one page"),
    Spec("guide", "User guide", "&Help", "F1", "What each part is for, task by task"),
    Spec("scoring_help", "How texts are scored", "&Help", tip="What is counted, and the seven scores"),
    Spec("tour", "Take the tour", "&Help", tip="Five short steps over the library", page=LIBRARY),
    Spec("privacy", "Privacy", "&Help", tip="What is stored where, and what leaves this computer"),
    Spec("about", "About Plainspoken", "&Help", tip="Version and licences", group=1),
)  # fmt: skip


class Actions:
    """Every QAction of the window by name, and the menu bar made of them."""

    def __init__(self, window: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._page, self._offer, self._offer_here = "", "", ""
        self._steps = ("", "")
        for spec in TABLE:
            self._actions[spec.name] = self._made(spec, window)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put every action in its menu; returns the menus by name without the accelerator mark."""
        menus = {}
        for title in MENUS:
            menu = menus[title.replace("&", "")] = bar.addMenu(_(title))
            menu.setToolTipsVisible(True)
            group = 0
            for spec in (spec for spec in TABLE if spec.menu == title):
                if spec.group != group:
                    menu.addSeparator()
                    group = spec.group
                menu.addAction(self._actions[spec.name])
        return menus

    def show_page(self, page: str) -> None:
        """Switch the actions to those of the page "welcome", "library" or "editor"."""
        for spec in TABLE:
            action = self._actions[spec.name]
            if spec.page != ANYWHERE:
                action.setEnabled(spec.page == page)
        for name in (
            "new_summary",
            "import_files",
            "send_to_writer",
            "publish",
            "look_at_site",
            "site_settings",
            "categories",
            "glossary",
            "targets",
            "find",
            "look_up",
            "bring_back_comments",
        ):
            self._actions[name].setEnabled(page != "welcome")
        self._page = page
        self._name_steps()

    def show_steps(self, undo_label: str, redo_label: str) -> None:
        """Name the steps of the open summary in the Edit menu; grey what cannot be done."""
        self._steps = (undo_label, redo_label)
        self._name_steps()

    def show_offer(self, label: str) -> None:
        """Name what Undo takes back on the library page: the last thing that was done to many summaries."""
        self._offer = label
        self._name_steps()

    def show_offer_here(self, label: str) -> None:
        """Name what Undo takes back in the open summary when nothing was written in it: what was done to it before."""
        self._offer_here = label
        self._name_steps()

    def _name_steps(self) -> None:
        here = (self._steps[0] or self._offer_here, self._steps[1])
        on_page = {LIBRARY: (self._offer, ""), "welcome": ("", ""), EDITOR: here}
        undo_label, redo_label = on_page.get(self._page, self._steps)
        for name, step, nothing, label in (
            ("undo", _("Undo {step}"), _("Nothing to undo"), undo_label),
            ("redo", _("Redo {step}"), _("Nothing to redo"), redo_label),
        ):
            action = self._actions[name]
            action.setText(step.format(step=amid(label)).strip())
            action.setProperty("step", label)
            action.setToolTip(step.format(step=quoted(label)) if label else nothing)
            action.setEnabled(bool(label))

    def _made(self, spec: Spec, window: QWidget) -> QAction:
        action = QAction(_(spec.text), window)
        action.setObjectName(spec.name)
        action.setToolTip(_(spec.tip))
        action.setStatusTip(_(spec.tip))
        action.setProperty("menu", _(spec.menu).replace("&", ""))
        action.setIconVisibleInMenu(False)
        action.setIcon(QIcon())
        action.setMenuRole(_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        written = _MAC_KEYS.get(spec.name, spec.keys) if IS_MAC else spec.keys
        keys = [QKeySequence(part.strip()) for part in written.split(";") if part.strip()]
        if spec.is_field_key:
            # Only shown: a real shortcut would take the key from the field that answers it.
            action.setText(f"{_(spec.text)}\t{keys[0].toString(QKeySequence.SequenceFormat.NativeText)}")
            action.setProperty("field_key", keys[0].toString())
        else:
            action.setShortcuts(keys)
        if spec.choice_of:
            action.setCheckable(True)
            self._groups.setdefault(spec.choice_of, QActionGroup(window)).addAction(action)
        action.setCheckable(bool(spec.choice_of) or spec.is_checkable)
        window.addAction(action)
        return action


def spoken(action: QAction) -> str:
    """The action's name without the accelerator mark and the key, as the palette lists it."""
    return action.text().partition("\t")[0].replace("&", "")


_MAC_KEYS = {"full_screen": "Meta+Ctrl+F"}
"""Where macOS has a key of its own for something, or takes ours for itself: F11 shows the desktop."""
_ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
