"""The world's faults: each is one sentence a writer understands. Everything else that is raised is our own bug."""

from __future__ import annotations

from app.translation import _


class PlainspokenError(Exception):
    """A fault that is not ours: `str(error)` is the whole sentence (what, where, what to do).

    `code` is kebab-case and stable, for the command line's JSON and for tests.
    """

    code = "fault"

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(sentence)
        if code:
            self.code = code


class BadInput(PlainspokenError):
    """A file, a paste or an argument that we cannot use."""

    code = "bad-input"


class LibraryFault(PlainspokenError):
    """A library file that cannot be opened, read or written."""

    code = "library"


class NotSaved(LibraryFault):
    """A save that did not happen; the text is still in memory and nothing in the file changed."""

    code = "not-saved"


class ChangedElsewhere(LibraryFault):
    """Another program saved this summary since we read it; both texts still exist."""

    code = "changed-elsewhere"


class ExportFault(PlainspokenError):
    """An export that was refused or taken back; the target folder is as it was."""

    code = "export"


class LookupFault(PlainspokenError):
    """A service on the internet that gave no answer we can use; nothing was changed.

    Codes: offline, not-trusted, too-slow, cut-off, too-many, server, refused, not-data, service-error, too-large,
    redirected, wrong-paper, not-found.
    """

    code = "lookup"


class Cancelled(PlainspokenError):
    """The writer cancelled; nothing was changed."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__(_("Cancelled. Nothing was changed."))
