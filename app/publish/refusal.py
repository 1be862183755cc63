"""What the disk refused to an export, as a sentence that a writer understands."""

from __future__ import annotations

import errno
from pathlib import Path

from app.in_place import REFUSES_OPEN_FILES
from app.translation import _

_LONGEST = 247
"""Signs of a folder's path that Windows takes unless it was told otherwise. A longer one “is not there”, it says."""


def refusal(error: OSError, target: Path) -> str:
    """What it means for the writer that an export into `target` met this fault; nothing has changed there."""
    place = error.filename2 or error.filename or target
    if REFUSES_OPEN_FILES and isinstance(error, FileNotFoundError) and len(str(place)) > _LONGEST:
        return _(
            "The name of {path} with all its folders is longer than Windows takes. Choose a folder nearer to the "
            "top of the disk. Nothing was exported."
        ).format(path=place)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("There is not enough room on the disk of {target}. Nothing was exported.").format(target=target)
    if REFUSES_OPEN_FILES and error.errno == errno.EACCES:
        return _(
            "{path} may not be written, or another program has it open. Close it there, or choose another folder. "
            "Nothing was exported."
        ).format(path=place)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{filename} may not be written. Choose another folder. Nothing was exported.").format(
            filename=error.filename or target
        )
    reason = error.strerror or str(error)
    return _("The export to {target} did not work ({reason}). The folder is as it was.").format(
        target=target, reason=reason
    )
