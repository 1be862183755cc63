"""Dialogs that live for a moment: each is built, connected and shown when its action asks for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from app import paths
from app.errors import PlainspokenError
from app.model.listing import Counts
from app.model.place import FOLDER, Place
from app.model.sections import sections
from app.model.site import Site
from app.model.summary import Category
from app.publish.nowhere import NowhereLink
from app.publish.themes import forget_themes, theme_folders, themes
from app.translation import _
from app.ui import helping
from app.ui.actions import Actions
from app.ui.dialogs.categories import CategoriesDialog
from app.ui.dialogs.comment import CommentDialog
from app.ui.dialogs.keys import KeysDialog
from app.ui.dialogs.palette import Palette
from app.ui.dialogs.publish import PublishDialog
from app.ui.dialogs.settings import SettingsDialog
from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.dialogs.trash_time import TrashTimeDialog
from app.ui.window import Window
from app.ui.words.sections import section_name
from app.work.categories import Categories
from app.work.desk import Desk
from app.work.look_again import LookAgain
from app.work.many_summaries import ManySummaries
from app.work.memory import Memory
from app.work.publishing import Publishing
from app.work.site_look import SiteLook


class Dialogues(QObject):
    """Opens dialogs over the window. Each answers to the part that knows, never to another dialog."""

    comment_said = Signal(object, str, object)
    """Section, start and end; the comment; other words or None."""

    def __init__(
        self,
        window: Window,
        desk: Desk,
        many: ManySummaries,
        publishing: Publishing,
        memory: Memory,
        look_again: LookAgain,
        site_look: SiteLook,
    ) -> None:
        super().__init__(window)
        helping.HelpInDialogs(paths.guide(), self)
        self._site_look = site_look
        site_look.ready.connect(self._on_site_ready)
        site_look.failed.connect(window.show_fault)
        self._look_again = look_again
        self._window, self._desk, self._publishing, self._memory = window, desk, publishing, memory
        self._many, self._categories = many, Categories(desk, self)
        self._counts = Counts()
        desk.counts_changed.connect(self._on_counts)

    @property
    def _table(self) -> Actions:
        return self._window.table

    def open_palette(self) -> None:
        """Any action, by its name."""
        palette = Palette(list(self._table), self._window)
        palette.help_requested.connect(self._open_palette_help)
        self._open(palette)

    def open_keys(self) -> None:
        """Every key on one page."""
        self._open(KeysDialog(list(self._table), self._window))

    def open_guide(self) -> None:
        """The help, at the place that fits what has the keyboard."""
        self._open_help(*helping.place_of(self._window))

    def open_scoring_help(self) -> None:
        """What is counted and how, beside the work."""
        self._open_help("how-texts-are-scored.md")

    def open_publish(self) -> None:
        """What an export would change, and the export itself."""
        dialog, publishing = PublishDialog(self._window), self._publishing
        self._connect_look_again(dialog)  # first, for it is told at once, beside no job that computes
        dialog.plan_requested.connect(publishing.plan)
        dialog.publish_requested.connect(publishing.publish)
        dialog.publish_requested.connect(self._on_published)
        dialog.check_requested.connect(publishing.check)
        dialog.take_back_requested.connect(publishing.take_back)
        dialog.cancel_requested.connect(publishing.cancel)
        dialog.open_requested.connect(self._on_open_export)
        dialog.status_requested.connect(self._many.set_status)
        publishing.plan_ready.connect(dialog.show_plan)
        publishing.progressed.connect(dialog.show_progress)
        publishing.done.connect(dialog.show_done)
        publishing.cancelled.connect(dialog.show_cancelled)
        publishing.failed.connect(dialog.show_error)
        publishing.sending.connect(dialog.show_sending)
        publishing.checked.connect(dialog.show_checked)
        publishing.host_shown.connect(dialog.show_host)
        publishing.password_wanted.connect(dialog.show_password_wanted)
        publishing.undo_offered.connect(dialog.show_undo)
        publishing.nowhere_found.connect(dialog.show_nowhere)
        publishing.foreseeing.found.connect(dialog.show_nowhere_ahead)
        dialog.go_requested.connect(self._on_nowhere)
        publishing.taken_back.connect(dialog.show_taken_back)
        self._open(dialog)
        settings = self._memory.settings
        known = publishing.places(settings.export_folder, settings.export_format)
        dialog.show_places(known, publishing.secrets.can_keep)
        publishing.offer_undo()

    def _on_nowhere(self, link: NowhereLink) -> None:
        """Go to the words that have a link which leads nowhere; of a page that is no summary's, to the settings."""
        if not link.summary_id:
            self.open_site_settings()
            return
        self._desk.open_summary(link.summary_id)
        section = link.section or ("title" if link.kind == "doi" else "sources")
        self._window.editor.go_to(section, link.start, link.end)

    def _connect_look_again(self, dialog: PublishDialog) -> None:
        look, box = self._look_again, dialog.looked
        box.show_consent(self._memory.settings.may_look_up)
        box.agreed.connect(self._on_agreed)
        box.look_requested.connect(look.begin)
        box.cancel_requested.connect(look.cancel)
        dialog.plan_requested.connect(look.tell)
        dialog.finished.connect(look.cancel)
        look.last_look.connect(box.show_last_look)
        look.progressed.connect(box.show_progress)
        look.done.connect(dialog.show_news)
        look.failed.connect(box.show_fault)
        look.cancelled.connect(box.show_cancelled)

    def ask_comment(self) -> None:
        """Say something about the words that are chosen in the form."""
        section, start, end = place = self._window.editor.chosen_place()
        words = dict(sections(self._window.editor.summary)).get(section, "")[start:end]
        dialog = CommentDialog(words, section_name(section), self._window)
        dialog.said.connect(partial(self.comment_said.emit, place))
        self._open(dialog)

    def open_trash_time(self) -> None:
        """After how many days the trash empties."""
        dialog = TrashTimeDialog(self._memory.settings.trash_days, self._window)
        dialog.chosen.connect(self._memory.set_trash_days)
        self._open(dialog)

    def open_categories(self) -> None:
        """The library's categories."""
        dialog, desk = CategoriesDialog(self._window), self._desk
        dialog.save_requested.connect(self._categories.save)
        dialog.merge_requested.connect(self._categories.merge)
        dialog.delete_requested.connect(self._categories.delete)
        dialog.order_requested.connect(self._categories.order)
        show = partial(self._show_categories, dialog)
        desk.categories_changed.connect(show)
        desk.failed.connect(dialog.show_error)
        dialog.finished.connect(partial(desk.categories_changed.disconnect, show))
        dialog.show_categories(desk.site.categories, self._counts.categories)
        self._open(dialog)

    def open_site_settings(self) -> None:
        """Name, address and texts of the website."""
        forget_themes()
        dialog = SiteSettingsDialog(self._desk.site, self._window, themes=themes(), theme_folders=theme_folders())
        dialog.edited.connect(self._desk.save_site)
        dialog.page_requested.connect(partial(self._show_site_page, dialog))
        dialog.look_requested.connect(self._site_look.begin)
        dialog.folder_requested.connect(self._on_open_themes)
        self._open(dialog)
        QTimer.singleShot(0, dialog, dialog.begin)

    def look_at_site(self) -> None:
        """The whole website in the browser, before it is published."""
        self._window.show_note(_("Making the website. It opens in the browser in a moment."))
        self._site_look.begin()

    def _show_site_page(self, dialog: SiteSettingsDialog, site: Site, address: str) -> None:
        try:
            dialog.show_page(self._site_look.page(address, site))
        except PlainspokenError as fault:
            dialog.show_fault(str(fault))

    def _on_site_ready(self, page: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _on_open_themes(self) -> None:
        folder = paths.own_themes()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_settings(self) -> None:
        """What the writer can set."""
        dialog = SettingsDialog(self._memory.settings, has_library=self._desk.has_library, parent=self._window)
        dialog.edited.connect(self._on_setting)
        dialog.action_requested.connect(self._on_action)
        self._memory.changed.connect(dialog.show_settings)
        self._open(dialog)

    def _on_setting(self, name: str, value: object) -> None:
        self._memory.set(**{name: value})

    def _on_action(self, name: str) -> None:
        self._table[name].trigger()

    def open_privacy(self) -> None:
        """What is stored where, and what leaves this computer."""
        self._open_help("privacy.md")

    def _open_palette_help(self) -> None:
        self._open_help(*helping.PLACES["Palette"])

    def _open_help(self, file: str, heading: str = "") -> None:
        helping.open_help(paths.guide(), self._window, (file, heading))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_counts(self, counts: Counts) -> None:
        self._counts = counts

    def _show_categories(self, dialog: CategoriesDialog, categories: tuple[Category, ...]) -> None:
        dialog.show_categories(categories, self._counts.categories)

    def _on_agreed(self) -> None:
        self._memory.set(may_look_up=True)

    def _on_published(self, form: str, place: Place) -> None:
        folder = place.address if place.kind == FOLDER else self._memory.settings.export_folder
        self._memory.set(export_folder=folder, export_format=form)

    def _on_open_export(self, form: str, folder: str) -> None:
        index = Path(folder) / "index.html"
        shelf = Path(folder) if Path(folder).is_dir() else Path(folder).parent  # a zip file is shown where it lies
        place = index if form == "site" and index.exists() else shelf
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
