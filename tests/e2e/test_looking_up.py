"""A paper looked up in the running program, with a real server that plays the services on this machine."""

from __future__ import annotations

import json
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from paper_services import PaperServices, Reply
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import paths
from app.opening import Opener
from app.ui.dialogs.citation_diff import CitationDiffDialog
from app.ui.dialogs.lookup import LookupDialog
from app.ui.dialogs.publish import PublishDialog
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]
TITLE = "Four cups of Camellia sinensis a day and morning alertness: a randomised trial"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(services: PaperServices, **more: Any) -> None:
    """The settings of somebody whose services are played here."""
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"services": services.addresses, **more}), "utf-8")


def dialog_of(kind: type) -> Any:
    """The open dialog of this kind, if it is there."""
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, kind) else None


def in_front(window: Window) -> Steps:
    """Give the window the keyboard, as a window manager does when it opens and when a dialog closes."""
    window.activateWindow()
    yield window.isActiveWindow


@pytest.fixture
def empty_library(tmp_path: Path) -> Path:
    path = tmp_path / "Mine.plainspoken"
    lock = WriterLock(path)
    assert lock.acquire()
    Library.create(path, lock).close()
    lock.release()
    return path


def papers_in(path: Path) -> list[Any]:
    with Library.open(path) as library:
        return [summary.paper for summary in library.load_many()]


def test_a_doi_in_the_empty_library_becomes_a_summary_with_its_paper(
    desktop: Any, paper_services: PaperServices, empty_library: Path
) -> None:
    paper_services.say_tea()
    settle(paper_services)

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield from in_front(window)
        window.library.empty.field.setFocus()
        desktop.keys("https://doi.org/10.5555/tea.2024.7")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: dialog_of(LookupDialog)
        assert dialog_of(LookupDialog).sent.isVisible() and not paper_services.asked
        desktop.key(Qt.Key.Key_Return)  # Go on
        yield lambda: dialog_of(CitationDiffDialog)
        desktop.key(Qt.Key.Key_Return)  # fill
        yield lambda: window.page == "editor" and window.windowTitle().startswith(TITLE)
        yield lambda: window.table["undo"].text() == "Undo fill the citation"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: not window.windowTitle().startswith(TITLE)
        desktop.ctrl(Qt.Key.Key_Z, SHIFT)
        yield lambda: window.windowTitle().startswith(TITLE)

    desktop.run(script, "--library", str(empty_library))
    paper = papers_in(empty_library)[0]
    assert (paper.title, paper.pmid, paper.volume) == (TITLE, "39000001", "12")
    with Library.open(empty_library) as library:
        summary = next(iter(library.load_many()))
        assert summary.id in library.looked()
        attached = library.paper_of(summary.id)
        assert attached and "We enrolled 43 adults for 28 days." in attached.text.whole()
    settings = json.loads(paths.settings_file().read_text("utf-8"))
    assert settings["may_look_up"] is True


def test_writing_goes_on_while_a_slow_service_is_asked(
    desktop: Any, paper_services: PaperServices, empty_library: Path
) -> None:
    paper_services.say_tea()
    body = Path(paper_services.data / "crossref.json").read_bytes()
    paper_services.say("crossref", "/works/10.5555/tea.2024.7", Reply(body, waits_s=3))
    settle(paper_services, may_look_up=True)
    slowest: list[float] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_N)
        yield lambda: window.page == "editor"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_L, SHIFT)
        yield lambda: dialog_of(LookupDialog)
        desktop.keys("10.5555/tea.2024.7")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: paper_services.of("crossref")
        dialog_of(LookupDialog).behind.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: not dialog_of(LookupDialog)
        window.editor.show_section("simple_explanation")
        yield 100
        for letter in "Tea may wake people":
            started = time.monotonic()
            desktop.keys(letter)
            slowest.append(time.monotonic() - started)
            yield 20
        assert "Found" not in window.notices.text()
        yield lambda: window.notices.text().startswith("Found: “Four cups")
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_L, SHIFT)
        yield lambda: dialog_of(CitationDiffDialog)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.windowTitle().startswith(TITLE)

    desktop.run(script, "--library", str(empty_library))
    with Library.open(empty_library) as library:
        assert next(iter(library.load_many())).simple_explanation == "Tea may wake people"
    assert max(slowest) < 0.2


def test_a_slow_lookup_is_given_up_by_escape_and_the_window_closes(
    desktop: Any, paper_services: PaperServices, empty_library: Path
) -> None:
    paper_services.say("europepmc", "/search", Reply(b"{}", waits_s=60))
    settle(paper_services, may_look_up=True)

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_N)
        yield lambda: window.page == "editor"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_L, SHIFT)
        yield lambda: dialog_of(LookupDialog)
        desktop.keys("39000001")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: paper_services.asked
        desktop.key(Qt.Key.Key_Escape)
        assert dialog_of(LookupDialog).field.hasFocus()
        desktop.key(Qt.Key.Key_Return)  # once more, and closed in the middle of it
        yield lambda: len(paper_services.asked) == 2

    started = time.monotonic()
    desktop.run(script, "--library", str(empty_library))
    assert time.monotonic() - started < 30


def test_what_goes_wrong_is_a_sentence_in_the_dialog(
    desktop: Any, paper_services: PaperServices, empty_library: Path
) -> None:
    page = Reply(b"<html>Please sign in</html>", kind="text/html")
    for service, path in (("europepmc", "/search"), ("crossref", "/works")):
        paper_services.say(service, path, page)
    settle(paper_services, may_look_up=True)

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_L, SHIFT)
        yield lambda: dialog_of(LookupDialog)
        desktop.keys("10.5555/tea.2024.7")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: not dialog_of(LookupDialog).fault.isHidden()
        assert "A web page came in place of the answer" in dialog_of(LookupDialog).fault.words.text()
        assert dialog_of(LookupDialog).field.hasFocus()

    desktop.run(script, "--library", str(empty_library))
    assert papers_in(empty_library) == []


def test_before_publishing_it_looks_again_only_when_asked(desktop: Any, paper_services: PaperServices) -> None:
    opener = Opener()
    with opener.sample() as library:
        first = next(iter(library.load_many()))
        dois = [summary.paper.doi for summary in library.load_many()]
        path = library.path
    opener.release()
    for doi in dois:
        updated = [{"type": "retraction", "DOI": "10.5555/r", "updated": {"date-parts": [[2026, 1, 2]]}}]
        work = {"DOI": doi, "title": ["x"], "updated-by": updated if doi == first.paper.doi else []}
        paper_services.say("crossref", f"/works/{doi}", json.dumps({"message": work}).encode())
    empty = Reply(b"<PubmedArticleSet></PubmedArticleSet>", kind="text/xml")
    paper_services.say("pubmed", "/efetch.fcgi", empty)
    settle(paper_services, may_look_up=True)

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_P, SHIFT)
        yield lambda: dialog_of(PublishDialog)
        box = dialog_of(PublishDialog).looked
        yield lambda: box.words.text() == "Retractions were never looked for."
        yield 200
        assert not paper_services.asked
        box.button.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: "its paper was retracted" in box.words.text()
        dialog_of(PublishDialog).reject()
        yield lambda: not dialog_of(PublishDialog)
        yield from in_front(window)
        desktop.ctrl(Qt.Key.Key_P, SHIFT)
        yield lambda: dialog_of(PublishDialog)
        yield lambda: dialog_of(PublishDialog).looked.words.text() == "Retractions last looked for today."

    desktop.run(script, "--library", str(path))
    with Library.open(path) as library:
        assert library.load(first.id).paper.notices[0].kind == "retraction"
        assert len(library.looked()) == 3
