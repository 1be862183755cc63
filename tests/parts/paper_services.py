"""A real HTTP server on loopback that stands for Crossref, PubMed, Europe PMC and DataCite, in good moods and bad."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from app.papers.services import NAMES, Services, services

DATA = Path(__file__).parent.parent / "data" / "services"


@dataclass(frozen=True)
class Reply:
    """One answer. `waits_s` passes before it, `is_cut` ends it in the middle, `drips_s` passes between its bytes."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    waits_s: float = 0
    drips_s: float = 0
    is_cut: bool = False
    is_packed: bool = False


@dataclass(frozen=True)
class Asked:
    """One question that came in."""

    service: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    moment: float


class PaperServices:
    """Answers by service and the beginning of the path; the last reply of a list is given for ever."""

    data = DATA

    def __init__(self) -> None:
        self._replies: dict[tuple[str, str], list[Reply]] = {}
        self.asked: list[Asked] = []
        self._over = threading.Event()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                owner._answer(self)

            def log_message(self, *_words: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._server.block_on_close = True
        self._server.handle_error = lambda *_args: None  # type: ignore[method-assign]  # the other side went away
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    @property
    def address(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def addresses(self) -> dict[str, str]:
        """The address of each service by its short name, as the settings hold them."""
        return {name: f"{self.address}/{name}" for name in NAMES}

    def services(self, mail: str = "") -> Services:
        """The services as they stand here."""
        return services(self.addresses, mail)

    def say(self, service: str, path: str, *replies: Reply | bytes) -> None:
        """Give these answers, one after the other, to questions whose path begins so."""
        self._replies[service, path] = [Reply(reply) if isinstance(reply, bytes) else reply for reply in replies]

    def say_file(self, service: str, path: str, name: str, kind: str = "application/json") -> None:
        """Give the answer in a file of tests/data/services."""
        self.say(service, path, Reply((DATA / name).read_bytes(), kind=kind))

    def say_tea(self) -> None:
        """Know one paper: DOI 10.5555/tea.2024.7, PubMed id 39000001, PMC10000001, with open text."""
        self.say_file("crossref", "/works/10.5555/tea.2024.7", "crossref.json")
        self.say_file("europepmc", "/search", "europepmc.json")
        self.say_file("pubmed", "/efetch.fcgi", "pubmed.xml", "text/xml")
        self.say_file("europepmc", "/PMC10000001/fullTextXML", "full-text.xml", "application/xml")

    def of(self, service: str) -> list[Asked]:
        """What a service was asked."""
        return [asked for asked in self.asked if asked.service == service]

    def close(self) -> None:
        """Stop, also in the middle of a slow answer."""
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        service, _, rest = parts.path.lstrip("/").partition("/")
        path = "/" + unquote(rest)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append(Asked(service, path, query, dict(handler.headers), time.monotonic()))
        self._send(handler, self._reply(service, path))

    def _reply(self, service: str, path: str) -> Reply:
        places = [place for place in self._replies if place[0] == service and path.startswith(place[1])]
        if not places:
            return Reply(b"Resource not found.", 404, "text/plain")
        replies = self._replies[max(places, key=lambda place: len(place[1]))]
        return replies.pop(0) if len(replies) > 1 else replies[0]

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        self._over.wait(reply.waits_s)
        body = gzip.compress(reply.body) if reply.is_packed else reply.body
        headers = {"Content-Type": reply.kind, "Content-Length": str(len(body)), **reply.headers}
        if reply.is_packed:
            headers["Content-Encoding"] = "gzip"
        try:
            handler.send_response(reply.status)
            for name, value in headers.items():
                handler.send_header(name, value)
            handler.end_headers()
            self._send_body(handler, body[: len(body) // 2] if reply.is_cut else body, reply)
        except OSError:
            handler.close_connection = True

    def _send_body(self, handler: BaseHTTPRequestHandler, body: bytes, reply: Reply) -> None:
        if not reply.drips_s:
            handler.wfile.write(body)
        else:
            for place in range(len(body)):
                if self._over.wait(reply.drips_s):
                    break
                handler.wfile.write(body[place : place + 1])
                handler.wfile.flush()
        if reply.is_cut:
            handler.close_connection = True
