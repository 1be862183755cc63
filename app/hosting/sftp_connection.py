"""A connection to a server by SFTP: who it says it is, who we are, and what goes wrong, as sentences."""

from __future__ import annotations

import contextlib
import errno
import logging
from collections.abc import Iterator
from pathlib import Path

import paramiko

from app.errors import ExportFault
from app.hosting.target import UnknownHost
from app.model.place import Place
from app.translation import _

CONNECT_S, ANSWER_S = 20, 60
logging.getLogger("paramiko").setLevel(logging.CRITICAL)  # its faults reach the writer as our sentences
AS_IT_WAS = "The site there is as it was."
_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Lost(Exception):
    """The connection broke off; what was sent so far is still there."""


@contextlib.contextmanager
def connected(place: Place, password: str) -> Iterator[paramiko.SFTPClient]:
    """An open connection to the place. Raises ExportFault, UnknownHost, or Lost when it does not come about."""
    if not place.address or not place.user:
        raise ExportFault(_("A server needs its name and a user, such as files.example.org and ann."), code="bad-place")
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(_OnlyKnown(place))
    try:
        _connect(client, place, password)
        with as_lost():
            channel = client.open_sftp()
        seen = channel.get_channel()
        if seen is not None:
            seen.settimeout(ANSWER_S)
        yield channel
    finally:
        client.close()


@contextlib.contextmanager
def as_lost() -> Iterator[None]:
    """What says that the connection is gone becomes Lost; answers of the server pass."""
    try:
        yield
    except (EOFError, paramiko.SSHException, ConnectionError, TimeoutError) as error:
        raise Lost(str(error) or type(error).__name__) from error
    except OSError as error:
        if "closed" in str(error).lower():
            raise Lost(str(error)) from error
        raise


def sentence(error: OSError, place: Place, path: str) -> ExportFault:
    """What a server's refusal means."""
    where = f"“{path}” on {place.address}"
    if error.errno == errno.ENOENT:
        return ExportFault(_("There is no {where}. Check the folder.").format(where=where), code="not-found")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportFault(
            _("{where} may not be written by {user}. Choose another folder.").format(where=where, user=place.user),
            code="refused",
        )
    said = error.strerror or str(error) or "no reason given"
    room = "There may be no room left. " if error.errno in _ROOM or not error.errno else ""
    return ExportFault(
        _("The server did not take {where} ({said}). {room}{as_it_was}").format(
            where=where, said=said, room=room, as_it_was=AS_IT_WAS
        ),
        code="refused",
    )


def _connect(client: paramiko.SSHClient, place: Place, password: str) -> None:
    key = str(Path(place.key_file).expanduser()) if place.key_file else None
    if key and not Path(key).is_file():
        raise ExportFault(
            _("There is no key file {key_file}. Choose your private key.").format(key_file=place.key_file),
            code="bad-place",
        )
    is_open = not key and not password
    try:
        client.connect(
            place.address, place.port, place.user, password or None, key_filename=key, passphrase=password or None,
            timeout=CONNECT_S, banner_timeout=CONNECT_S, auth_timeout=CONNECT_S,
            allow_agent=is_open, look_for_keys=is_open,
        )  # fmt: skip
    except (paramiko.AuthenticationException, paramiko.PasswordRequiredException) as error:
        what = "key" if key else "password"
        raise ExportFault(
            _("{address} did not let {user} in. Check the user and the {what}. Nothing was published.").format(
                address=place.address, user=place.user, what=what
            ),
            code="needs-password",
        ) from error
    except ExportFault:
        raise
    except (paramiko.SSHException, EOFError) as error:
        transport = client.get_transport()
        if transport is not None and transport.is_active():  # the line holds: it is the way in that does not work
            raise ExportFault(
                _("{address} wants a password or a key for {user}. Nothing was published.").format(
                    address=place.address, user=place.user
                ),
                code="needs-password",
            ) from error
        raise Lost(str(error) or "no answer") from error
    except (ValueError, TypeError) as error:  # the key file is none, or its words are not right
        raise ExportFault(
            _("The key file {key_file} cannot be used ({error}). Check the file and its password.").format(
                key_file=place.key_file, error=error
            ),
            code="needs-password",
        ) from error
    except OSError as error:
        raise Lost(str(error)) from error


class _OnlyKnown(paramiko.MissingHostKeyPolicy):
    """Compares the server's key with the one that the writer agreed to; no other list of hosts is used."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def missing_host_key(self, client: object, hostname: str, key: paramiko.PKey) -> None:  # noqa: ARG002 - paramiko's
        shown, name = f"{key.get_name()} {key.fingerprint}", self._place.address
        if self._place.host_key == shown:
            return
        if self._place.host_key:
            raise UnknownHost(
                f"{name} shows another key than last time. Somebody may be between you and the server, or it was set "
                f"up anew. Ask those who run it before you go on. Its key is {shown}.",
                shown,
                is_changed=True,
            )
        raise UnknownHost(
            f"{name} is met for the first time. Compare its key with the one your host names: {shown}.",
            shown,
            is_changed=False,
        )
