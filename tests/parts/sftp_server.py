"""A real SFTP server on this machine for tests: it can be cut off, refuse, show another key and run out of room."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from pathlib import Path

import paramiko


class SftpServer:
    """Serves `root` on a loopback port to one user. Faults are set on the object while it runs."""

    def __init__(self, root: Path, user: str = "ann", password: str = "secret") -> None:
        self.root, self.user, self.password = root, user, password
        self.key = paramiko.RSAKey.generate(2048)
        self.login_key: paramiko.PKey | None = None
        self.cut_after_bytes: int | None = None
        self.cut_after_renames: int | None = None
        self.room_bytes: int | None = None
        self.is_read_only = False
        self.has_posix_rename = True
        self.bytes_received = 0
        self.files_received = 0
        self._is_closed = False
        self._transports: list[paramiko.Transport] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="sftp server")
        self._thread.start()

    def close(self) -> None:
        """Stop. May be called again."""
        if self._is_closed:
            return
        self._is_closed = True
        with contextlib.suppress(OSError):  # wakes an accept that is waiting
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self._thread.join(5)
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Drop every connection without a word."""
        for transport in self._transports:
            transport.close()
        for transport in self._transports:
            if transport.ident is not None:
                transport.join(5)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            if self._is_closed:
                connection.close()
                return
            transport = paramiko.Transport(connection)
            self._transports.append(transport)
            transport.add_server_key(self.key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _Files, self)
            with contextlib.suppress(paramiko.SSHException, EOFError, OSError):
                transport.start_server(server=_Door(self))

    def note_rename(self) -> None:
        """A rename is about to happen: cut now when it is time."""
        if self.cut_after_renames is not None:
            self.cut_after_renames -= 1
            if self.cut_after_renames < 0:
                self.cut_after_renames = None
                raise _Cut

    def note_bytes(self, count: int) -> int:
        """Bytes arrived: the answer to them. Raises _Cut when it is time."""
        self.bytes_received += count
        if self.cut_after_bytes is not None:
            self.cut_after_bytes -= count
            if self.cut_after_bytes < 0:
                self.cut_after_bytes = None
                raise _Cut
        if self.room_bytes is not None:
            self.room_bytes -= count
            if self.room_bytes < 0:
                return int(paramiko.SFTP_FAILURE)
        return int(paramiko.SFTP_OK)


class _Cut(Exception):
    """The line is dead from here on."""


class _Door(paramiko.ServerInterface):
    def __init__(self, server: SftpServer) -> None:
        self._server = server

    def check_channel_request(self, kind: str, chanid: int) -> int:  # noqa: ARG002
        return int(paramiko.OPEN_SUCCEEDED)

    def get_allowed_auths(self, username: str) -> str:  # noqa: ARG002
        return "password,publickey"

    def check_auth_password(self, username: str, password: str) -> int:
        is_right = (username, password) == (self._server.user, self._server.password)
        return int(paramiko.AUTH_SUCCESSFUL if is_right else paramiko.AUTH_FAILED)

    def check_auth_publickey(self, username: str, key: paramiko.PKey) -> int:
        is_right = username == self._server.user and key == self._server.login_key
        return int(paramiko.AUTH_SUCCESSFUL if is_right else paramiko.AUTH_FAILED)


class _Handle(paramiko.SFTPHandle):
    def __init__(self, flags: int, server: SftpServer, file: object, transport: paramiko.Transport) -> None:
        super().__init__(flags)
        self.readfile = self.writefile = file
        self._server, self._transport = server, transport

    def write(self, offset: int, data: bytes) -> int:
        try:
            answer = self._server.note_bytes(len(data))
        except _Cut:
            self._transport.sock.shutdown(socket.SHUT_RDWR)
            return int(paramiko.SFTP_CONNECTION_LOST)
        return super().write(offset, data) if answer == paramiko.SFTP_OK else answer

    def stat(self) -> paramiko.SFTPAttributes:
        self.writefile.flush()
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))


class _Files(paramiko.SFTPServerInterface):
    def __init__(self, door: _Door, server: SftpServer) -> None:
        super().__init__(door)
        self._server = server

    def _at(self, path: str) -> Path:
        return self._server.root / path.lstrip("/")

    def canonicalize(self, path: str) -> str:
        return "/" + os.path.normpath(path).lstrip("/").removeprefix(".")

    def list_folder(self, path: str) -> object:
        try:
            return [
                paramiko.SFTPAttributes.from_stat(entry.lstat(), entry.name)
                for entry in (Path(found) for found in self._at(path).iterdir())
            ]
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    def stat(self, path: str) -> object:
        return self._told(lambda: paramiko.SFTPAttributes.from_stat(self._at(path).stat()))

    def lstat(self, path: str) -> object:
        return self._told(lambda: paramiko.SFTPAttributes.from_stat(self._at(path).lstat()))

    def open(self, path: str, flags: int, attr: object) -> object:  # noqa: ARG002
        if flags & (os.O_WRONLY | os.O_RDWR) and self._server.is_read_only:
            return paramiko.SFTP_PERMISSION_DENIED
        if flags & os.O_CREAT:
            self._server.files_received += 1

        def opened() -> _Handle:
            mode = "r+b" if flags & (os.O_WRONLY | os.O_RDWR) else "rb"
            file = os.fdopen(os.open(self._at(path), flags, 0o644), mode)
            return _Handle(flags, self._server, file, self._server._transports[-1])

        return self._told(opened)

    def remove(self, path: str) -> object:
        return self._done(lambda: self._at(path).unlink())

    def rename(self, oldpath: str, newpath: str) -> object:
        if self._at(newpath).exists():
            return paramiko.SFTP_FAILURE
        return self._done(lambda: self._at(oldpath).rename(self._at(newpath)))

    def posix_rename(self, oldpath: str, newpath: str) -> object:
        if not self._server.has_posix_rename:
            return paramiko.SFTP_OP_UNSUPPORTED
        try:
            self._server.note_rename()
        except _Cut:
            self._server._transports[-1].sock.shutdown(socket.SHUT_RDWR)
            return paramiko.SFTP_CONNECTION_LOST
        return self._done(lambda: self._at(oldpath).replace(self._at(newpath)))

    def mkdir(self, path: str, attr: object) -> object:  # noqa: ARG002
        if self._server.is_read_only:
            return paramiko.SFTP_PERMISSION_DENIED
        return self._done(lambda: self._at(path).mkdir())

    def rmdir(self, path: str) -> object:
        return self._done(lambda: self._at(path).rmdir())

    def _told(self, act: object) -> object:
        try:
            return act()  # type: ignore[operator]
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    def _done(self, act: object) -> object:
        answer = self._told(act)
        return answer if isinstance(answer, int) else paramiko.SFTP_OK
