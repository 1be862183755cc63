"""A real git server over HTTP on this machine for tests: it asks for a password, refuses, fails and breaks off."""

from __future__ import annotations

import base64
import gc
import threading
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from dulwich.repo import Repo
from dulwich.server import DictBackend
from dulwich.web import make_wsgi_chain

Environ = dict[str, Any]
Start = Callable[..., Any]


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class GitServer:
    """Serves a bare repository at `url`. Faults are set on the object while it runs."""

    def __init__(self, repo: Path, user: str = "ann", password: str = "token") -> None:
        self.repo, self.user, self.password = repo, user, password
        self.asks_to_read = True
        self.push_status = ""
        """Such as `403 Forbidden`: the answer to every push."""
        self.status = ""
        """The answer to everything."""
        self.failures = 0
        """So many requests are answered with 503 first."""
        self.requests: list[str] = []
        self.seen_passwords: list[str] = []
        self._opened = Repo(str(repo))
        self._git = make_wsgi_chain(DictBackend({"/site.git": self._opened}))
        self._http = make_server("127.0.0.1", 0, self._answer, handler_class=_Quiet)
        self.url = f"http://127.0.0.1:{self._http.server_port}/site.git"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._http.shutdown()
        self._thread.join(5)
        self._http.server_close()
        self._opened.close()
        # WORKAROUND: dulwich leaves an answer that refuses it unread, and its connection to the garbage collector;
        # found in a later test, that would be taken for a fault of that test.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()

    def _answer(self, environ: Environ, start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        is_push = "receive-pack" in path + environ["QUERY_STRING"]
        self.requests.append(path)
        if self.failures > 0:
            self.failures -= 1
            return _refused(start, "503 Service Unavailable")
        if self.status:
            return _refused(start, self.status)
        if (is_push or self.asks_to_read) and not self._knows(environ):
            return _refused(start, "401 Unauthorized", ("WWW-Authenticate", 'Basic realm="Site"'))
        if is_push and self.push_status:
            return _refused(start, self.push_status)
        answer: Iterable[bytes] = self._git(environ, start)
        return answer

    def _knows(self, environ: Environ) -> bool:
        kind, _, given = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if kind != "Basic":
            return False
        said = base64.b64decode(given).decode()
        self.seen_passwords.append(said)
        return said == f"{self.user}:{self.password}"


def _refused(start: Start, status: str, *headers: tuple[str, str]) -> list[bytes]:
    start(status, [("Content-Type", "text/plain"), *headers])
    return [b"no\n"]
