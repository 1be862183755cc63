"""Passwords of the places: in the system's keyring, or nowhere. Never in the library, the settings or the log."""

from __future__ import annotations

import keyring
import keyring.backends.fail
import keyring.backends.null
from keyring.backend import KeyringBackend

from app.hosting.git_remote import shown_url
from app.model.place import GIT, Place

_SERVICE = "Plainspoken"
# WORKAROUND: Windows' keyring raises errors of another library for a long token (over 1,280 signs) or a session without
# a logon, neither KeyringError nor OSError: https://github.com/jaraco/keyring/issues/355. A keyring is never worth a
# crash: whatever it raises, the password is asked for again.
_REFUSED = Exception


class Secrets:
    """The keyring of the system; without one nothing is kept, and every publish asks again."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend

    @property
    def can_keep(self) -> bool:
        """Whether this computer has a keyring that keeps anything."""
        try:
            backend = self._ring()
            return backend.priority > 0 and not isinstance(backend, _KEEPING_NOTHING)
        except _REFUSED:
            return False

    def password(self, place: Place) -> str:
        """The password kept for a place; empty when there is none, or the keyring stays shut."""
        try:
            return self._ring().get_password(_SERVICE, _name(place)) or "" if self.can_keep else ""
        except _REFUSED:
            return ""

    def keep(self, place: Place, password: str) -> bool:
        """Keep a password. False when the keyring did not take it."""
        try:
            if self.can_keep:
                self._ring().set_password(_SERVICE, _name(place), password)
                return True
        except _REFUSED:
            pass
        return False

    def forget(self, place: Place) -> None:
        """Keep no password for a place any more."""
        try:
            if self.password(place):
                self._ring().delete_password(_SERVICE, _name(place))
        except _REFUSED:
            pass

    def _ring(self) -> KeyringBackend:
        return self._backend or keyring.get_keyring()


_KEEPING_NOTHING = (keyring.backends.fail.Keyring, keyring.backends.null.Keyring)


def _name(place: Place) -> str:
    """What the keyring's own window shows beside the password."""
    if place.kind == GIT:
        return f"{place.user or 'git'} at {shown_url(place.address)}"
    return f"{place.user} at {place.address}:{place.port}"
