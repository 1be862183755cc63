"""Every part of the window's program, built here and nowhere else. wiring.py connects them."""

from __future__ import annotations

from dataclasses import dataclass

from app import paths
from app.backing import Backing
from app.bringing_in import BringingIn
from app.dialogues import Dialogues
from app.exchanging import Exchanging
from app.looking_up import LookingUp
from app.opening import Opener
from app.paper_side import PaperSide
from app.publish.themes import theme_folders
from app.rescuing import Rescuing
from app.review_copies import ReviewCopies
from app.start import Start
from app.style_dialogues import StyleDialogues
from app.text.readability import SCORER
from app.ui.appearance import Appearance
from app.ui.checks.panel import ChecksPanel
from app.ui.dialogs.asking import Asking
from app.ui.dialogs.importing import ImportDialog
from app.ui.editor.panel import EditorPanel
from app.ui.editor_actions import EditorActions
from app.ui.history.panel import HistoryPanel
from app.ui.library.panel import LibraryPanel
from app.ui.paper.panel import PaperPanel
from app.ui.preview.panel import PreviewPanel
from app.ui.reading.panel import ReadingPanel
from app.ui.tour import Tour
from app.ui.welcome import WelcomePanel
from app.ui.window import Window
from app.work.attaching import Attaching
from app.work.autosave import Autosave
from app.work.beside import Beside
from app.work.checklisting import Checklisting
from app.work.commenting import Commenting
from app.work.desk import Desk
from app.work.dismissing import Dismissing
from app.work.grading import Grading
from app.work.house import House
from app.work.jobs import Jobs
from app.work.many_summaries import ManySummaries
from app.work.memory import Memory
from app.work.publishing import Publishing
from app.work.review import Review
from app.work.session import Session
from app.work.since_published import SincePublished
from app.work.site_look import SiteLook
from app.work.versions import Versions


@dataclass
class Parts:
    """Everything that is built once and lives as long as the window."""

    memory: Memory
    session: Session
    desk: Desk
    many: ManySummaries
    autosave: Autosave
    jobs: Jobs
    review: Review
    grading: Grading
    opener: Opener
    start: Start
    bringing_in: BringingIn
    import_dialog: ImportDialog
    exchanging: Exchanging
    window: Window
    preview: PreviewPanel
    reading: ReadingPanel
    checks: ChecksPanel
    history: HistoryPanel
    asking: Asking
    appearance: Appearance
    editor_actions: EditorActions
    dialogues: Dialogues
    house: House
    style_dialogues: StyleDialogues
    paper_side: PaperSide
    rescuing: Rescuing
    review_copies: ReviewCopies
    backing: Backing
    looking_up: LookingUp
    dismissing: Dismissing
    tour: Tour
    versions: Versions
    commenting: Commenting
    publishing: Publishing
    since_published: SincePublished


def build() -> Parts:
    """Every part, not yet connected, the window not yet shown."""
    memory = Memory(paths.settings_file())
    session = Session()
    desk = Desk(session)
    autosave = Autosave(session, desk.save)
    desk.flush = autosave.flush
    jobs = Jobs()
    house, many = House(desk), ManySummaries(desk)
    opener = Opener()
    preview = PreviewPanel(*theme_folders())
    reading = ReadingPanel()
    checks = ChecksPanel()
    history, paper = HistoryPanel(), PaperPanel()
    panels = {"preview": preview, "reading": reading, "checks": checks, "history": history, "paper": paper}
    window = Window(WelcomePanel(), LibraryPanel(), EditorPanel(), panels)
    asking = Asking(window)
    beside, attaching = Beside(jobs, window), Attaching(desk, session, jobs, memory.keeps_papers, parent=window)
    versions = Versions(session, desk, autosave.flush, window)
    history.ask_changes_of(versions.changes_of)
    desk.writer = memory.writer_name
    start = Start(opener, desk, memory)
    looking_up = LookingUp(window, desk, session, memory, attaching)
    checklisting = Checklisting(session, desk, memory.writer_name, parent=window)
    publishing = Publishing(desk, jobs, window, writer=memory.writer_name)
    return Parts(
        memory=memory,
        session=session,
        desk=desk,
        many=many,
        autosave=autosave,
        jobs=jobs,
        review=Review(jobs, desk.reviewed),
        grading=Grading(desk, jobs, desk.grade, SCORER),
        opener=opener,
        start=start,
        bringing_in=BringingIn(desk, session, jobs, window),
        import_dialog=ImportDialog(window),
        exchanging=Exchanging(window, desk, session, jobs, asking),
        house=house,
        style_dialogues=StyleDialogues(window, desk, house),
        window=window,
        preview=preview,
        reading=reading,
        checks=checks,
        history=history,
        asking=asking,
        paper_side=PaperSide(window, paper, desk, session, beside, attaching, memory, asking),
        backing=Backing(window, desk, opener, start, memory, jobs),
        rescuing=Rescuing(window, desk, session, autosave, opener, paths.data_folder() / "Rescued"),
        review_copies=ReviewCopies(window, desk, session, jobs, checklisting),
        looking_up=looking_up,
        appearance=Appearance(window.table, memory, window),
        editor_actions=EditorActions(window.table, session, window.press_key, desk.page_files, window),
        versions=versions,
        commenting=Commenting(session, desk, memory.writer_name, parent=window),
        tour=Tour(window),
        dismissing=Dismissing(session, desk, memory.writer_name, parent=window),
        dialogues=Dialogues(
            window,
            desk,
            many,
            publishing,
            memory,
            looking_up.look_again,
            SiteLook(desk, jobs, window),
        ),
        publishing=publishing,
        since_published=SincePublished(desk, window),
    )
