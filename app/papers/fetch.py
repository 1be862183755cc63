"""The door to the internet: asks the services that know papers, politely, within bounds, and stops when told to.

Nothing else in the program opens a connection. What is sent is an identifier, our name, and the writer's mail address
where they gave one. No cookies are kept, and an answer may lead only to the same or another known host.
"""

from __future__ import annotations

import asyncio
import ssl
import time
import zlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx

from app import __version__
from app.errors import Cancelled, LookupFault
from app.papers import fetch_faults
from app.papers.retrying import Patience, retry_after, wait_before
from app.papers.services import Service, Services, is_loopback, may_be_asked
from app.papers.turns import TICK_S, Turns

MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_MISSING = (404, 410)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service sent back. `is_found` is False when it does not know what was asked for."""

    content: bytes
    kind: str
    is_found: bool = True


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: httpx.Headers
    content: bytes


class Fetcher:
    """Asks services within one `with` block. Belongs to one thread; `should_stop` is looked at all the time."""

    def __init__(
        self, services: Services, turns: Turns, should_stop: Callable[[], bool], patience: Patience | None = None
    ) -> None:
        self.services = services
        self.should_stop = should_stop
        self._turns, self._patience = turns, patience or Patience()

    def __enter__(self) -> Fetcher:
        """Raises LookupFault where the system names a proxy that we cannot use."""
        try:
            self._client = self._made_client()
        except (ImportError, ValueError) as error:
            raise fetch_faults.proxy() from error
        self._loop = asyncio.new_event_loop()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.run_until_complete(self._client.aclose())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    def get(self, service: Service, path: str, query: Mapping[str, str] | None = None, accept: str = "*/*") -> Answer:
        """What the service answers at a path below its address (percent-encoded by the caller).

        Tries again, a bounded number of times, what may pass. Raises LookupFault, or Cancelled.
        """
        url = str(httpx.URL(service.address + path, params=dict(query or {})))
        for attempt in range(1, self._patience.attempts + 1):
            try:
                with self._turns.turn(service, self.should_stop):
                    reply = self._run(service, self._ask(service, url, accept))
            except LookupFault as fault:
                if fault.code != "cut-off" or attempt == self._patience.attempts:
                    raise
                self._turns.wait(self._patience.backoff(attempt), self.should_stop)
                continue
            self._turns.note_limits(service, reply.headers)
            if reply.status == 200 or reply.status in _MISSING:
                kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
                return Answer(reply.content, kind, reply.status == 200)
            asked = retry_after(reply.headers.get("retry-after"), time.time())
            wait = wait_before(reply.status, attempt, asked, self._patience)
            if wait is None:
                raise fetch_faults.of_status(service, reply.status, asked)
            self._turns.pause(service, wait)
        raise fetch_faults.of_status(service, reply.status, asked)

    def _made_client(self) -> httpx.AsyncClient:
        nobody = DefaultCookiePolicy(allowed_domains=[])
        return httpx.AsyncClient(
            headers={"User-Agent": self._name(), "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self._patience.read_s, connect=self._patience.connect_s),
            cookies=CookieJar(policy=nobody),
            verify=_trusted(),
            trust_env=not any(is_loopback(host) for host in self.services.hosts()),  # the system's proxy
        )

    def _name(self) -> str:
        mail = f"; mailto:{self.services.mail}" if self.services.mail.isascii() and self.services.mail else ""
        return f"Plainspoken/{__version__} (desktop editor for plain-language summaries{mail})"

    def _run(self, service: Service, asking: Coroutine[None, None, _Reply]) -> _Reply:
        try:
            return self._loop.run_until_complete(self._watched(service, asking))
        except httpx.TimeoutException as error:
            raise fetch_faults.too_slow(service, is_connecting=isinstance(error, httpx.ConnectTimeout)) from error
        except httpx.ConnectError as error:
            raise fetch_faults.offline(service, str(error)) from error
        except (httpx.NetworkError, httpx.RemoteProtocolError, zlib.error) as error:
            raise fetch_faults.cut_off(service) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise fetch_faults.refused(service, type(error).__name__) from error

    async def _watched(self, service: Service, asking: Coroutine[None, None, _Reply]) -> _Reply:
        task = self._loop.create_task(asking)
        end = self._loop.time() + self._patience.whole_s
        while not task.done():
            await asyncio.wait({task}, timeout=TICK_S)
            is_stopped, is_late = self.should_stop(), self._loop.time() > end
            if not task.done() and (is_stopped or is_late):
                task.cancel()
                await asyncio.wait({task}, timeout=TICK_S)
                raise Cancelled if is_stopped else fetch_faults.too_slow(service)
        return task.result()

    async def _ask(self, service: Service, url: str, accept: str) -> _Reply:
        for _ in range(MOST_REDIRECTS + 1):
            async with self._client.stream("GET", url, headers={"Accept": accept}) as response:
                place = response.headers.get("location", "")
                if response.status_code not in _REDIRECTS or not place:
                    content = await self._content(service, response)
                    return _Reply(response.status_code, response.headers, content)
            url = self._led_to(service, url, place)
        raise fetch_faults.redirected(service, "in a circle")

    def _led_to(self, service: Service, url: str, place: str) -> str:
        try:
            new = urljoin(url, place)
            host = (urlsplit(new).hostname or "").lower()
        except ValueError:
            new = host = ""
        is_way_in = is_loopback(host) and not is_loopback(service.host())
        if is_way_in or not may_be_asked(new) or host not in self.services.hosts():
            raise fetch_faults.redirected(service, f"to {host or 'an address that cannot be one'}")
        return new

    async def _content(self, service: Service, response: httpx.Response) -> bytes:
        """The body, unpacked here so that the bound also holds for what a packed answer grows to."""
        most = self._patience.most_bytes
        unpack = zlib.decompressobj(47) if "gzip" in response.headers.get("content-encoding", "") else None
        content = bytearray()
        async for piece in response.aiter_raw():
            content += unpack.decompress(piece, most + 1 - len(content)) if unpack else piece
            if len(content) > most:
                raise fetch_faults.too_large(service, most)
        if unpack and content and not unpack.eof:
            raise fetch_faults.cut_off(service)
        return bytes(content)


def _trusted() -> ssl.SSLContext:
    """The system's authorities (a company's network may have its own) and those that come with the program."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context
