"""From a remembered place to the target that does the work, and what is worth saying of a place before it is used."""

from __future__ import annotations

from pathlib import Path

from app.hosting.target import Target
from app.hosting.zip_file import ZipTarget
from app.model.place import GIT, SERVER, ZIP, Place

EARLIER_ZIP = "earlier.zip"
"""Beside the copies of places: the zip file that the last publish replaced."""
EARLIER_SERVER = "earlier-server"
"""Likewise: what the last publish onto a server replaced and removed."""
_CLOUDS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
}


def target_of(place: Place, copies: Path, password: str = "", author: tuple[str, str] = ("", "")) -> Target | None:
    """The target of a place; None for a folder, which the export itself writes."""
    if place.kind == ZIP:
        return ZipTarget(Path(place.address), earlier=copies / EARLIER_ZIP)
    # Loaded when a place asks for it: git and SFTP bring libraries that would make every start wait a second.
    if place.kind == GIT:
        from app.hosting.git import GitTarget

        return GitTarget(place, copies, author, password)
    if place.kind == SERVER:
        from app.hosting.sftp import SftpTarget

        return SftpTarget(place, copies, password, earlier=copies / EARLIER_SERVER)
    return None


def cloud_of(folder: str) -> str:
    """The service that copies a folder to its own machines, by the names on its path; empty for none."""
    for part in Path(folder).parts:
        for start, name in _CLOUDS.items():
            if part.lower().startswith(start):
                return name
    return ""
