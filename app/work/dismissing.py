"""Leaving a finding as it is, and taking it up again: in the open summary as a step, or for the whole library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from app.checks.dismissals import dismissal_of, with_dismissal, without_dismissal
from app.errors import LibraryFault, PlainspokenError
from app.model.dismissal import LIBRARY, Dismissal
from app.model.finding import Finding, SetAside
from app.model.summary import Summary
from app.translation import _, quoted
from app.work.desk import Desk
from app.work.memory import system_name
from app.work.session import Session

_LONGEST = 30


def today() -> str:
    """This day as an ISO date, by the world's clock, as every date of a summary."""
    return datetime.now(UTC).date().isoformat()


class Dismissing(QObject):
    """Here and in this summary are edits of the summary; for the library it can be taken back from the notice."""

    left = Signal(object, str)
    """The finding that was left as it is, and the scope."""
    style_changed = Signal(object)
    """The open summary, to be reviewed by the library's new dismissals."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        writer: Callable[[], str] = system_name,
        clock: Callable[[], str] = today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._desk, self._writer, self._clock = session, desk, writer, clock

    def leave(self, finding: Finding, scope: str, reason: str = "") -> None:
        """Set a finding of the open summary aside, as far as `scope` says. An error without a reason stays open."""
        summary = self._writable()
        if summary is None:
            return
        try:
            new = dismissal_of(finding, summary, scope, reason, self._writer(), self._clock())
        except ValueError:
            self._desk.failed.emit(_("This must be mended, or left with a reason. Say in a few words why it is fine."))
            return
        label = _("Leave {named} as it is").format(named=named(finding))
        if scope == LIBRARY:
            self._save(with_dismissal(self._desk.style.dismissals, new), "left_everywhere", finding.text or "")
        else:
            self._session.edit(label, replace(summary, dismissals=with_dismissal(summary.dismissals, new)))
        self.left.emit(finding, scope)

    def take_up(self, aside: SetAside) -> None:
        """Open again what was set aside, wherever its dismissal reached."""
        summary, old = self._writable(), aside.by
        if summary is None:
            return
        if old.scope == LIBRARY:
            rest = without_dismissal(self._desk.style.dismissals, old)
            self._save(rest, "taken_up_everywhere", aside.finding.text or "")
        else:
            rest = without_dismissal(summary.dismissals, old)
            self._session.edit(
                _("Take up {named} again").format(named=named(aside.finding)), replace(summary, dismissals=rest)
            )

    def _writable(self) -> Summary | None:
        """The open summary when it can be changed; else the reason is said."""
        if self._session.current is not None and self._session.is_read_only:
            self._desk.failed.emit(_("This library is open for reading only, so nothing can be left or taken up here."))
            return None
        return self._session.current

    def _save(self, dismissals: tuple[Dismissal, ...], code: str, text: str) -> None:
        before = self._desk.style.dismissals

        def undo() -> None:
            self._keep(before)

        try:
            self._keep(dismissals)
        except PlainspokenError as fault:
            self._desk.failed.emit(str(fault))
            return
        self._desk.offer_undo(code, undo, {"text": text})

    def _keep(self, dismissals: tuple[Dismissal, ...]) -> None:
        if not self._desk.has_library:
            raise LibraryFault(_("No library is open. Open one, or make a new one."), code="missing")
        self._desk.store.save_dismissals(dismissals)
        self._desk.style = self._desk.store.style()
        if self._session.current is not None:
            self.style_changed.emit(self._session.current)


def named(finding: Finding) -> str:
    """“utilise”; a long stretch by its first words; what has no words by its code."""
    words = (finding.text or "").split()
    if not words:
        return finding.code.replace("-", " ")
    text = " ".join(words)
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
    return quoted(text)
