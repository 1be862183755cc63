"""Passwords: in a keyring, or nowhere."""

from __future__ import annotations

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from app.hosting.secrets import Secrets
from app.model.place import SERVER, Place

PLACE = Place(SERVER, "files.example.org", user="ann")


class InMemory(KeyringBackend):
    """A keyring that lasts as long as the test; locked, it refuses."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.refusal: type[Exception] | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _refuse(self) -> None:
        if self.refusal:
            raise self.refusal("locked")


class OfWindows(Exception):
    """What its keyring raises for a long token: an error of another library."""


def test_a_password_is_kept_found_and_forgotten() -> None:
    ring = InMemory()
    secrets = Secrets(ring)
    assert secrets.password(PLACE) == ""
    assert secrets.can_keep and secrets.keep(PLACE, "secret")
    assert Secrets(ring).password(PLACE) == "secret"
    assert secrets.password(Place(SERVER, "files.example.org", user="bo")) == ""
    assert ring.kept == {("Plainspoken", "ann at files.example.org:22"): "secret"}
    secrets.forget(PLACE)
    secrets.forget(PLACE)
    assert not ring.kept


@pytest.mark.parametrize("refusal", [KeyringLocked, OfWindows])
def test_a_keyring_that_refuses_is_no_fault(refusal: type[Exception]) -> None:
    ring = InMemory()
    ring.refusal = refusal
    assert Secrets(ring).password(PLACE) == "" and not Secrets(ring).keep(PLACE, "secret")
    Secrets(ring).forget(PLACE)


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring()])
def test_without_a_keyring_nothing_is_kept(backend: KeyringBackend) -> None:
    secrets = Secrets(backend)
    assert not secrets.can_keep and not secrets.keep(PLACE, "secret") and secrets.password(PLACE) == ""
