"""Pages made by processes of our own beside this one, or by this one where that is quicker or fails.

Like `write`, this is a door of the room: it starts processes.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import IO, Any

import msgspec

from app.model.house_style import Term
from app.model.site import Site
from app.own_process import started
from app.publish.kept import Part
from app.publish.part_maker import PartMaker, Wanted

ARGUMENT = "make-pages"
LEAST = 200
"""Fewer pages are made before two processes have started."""
_BUNDLE = 16
_MOST = 4
Wish = tuple[str, str, Wanted]
"""The name and key of a part, and what it is made of."""
Task = tuple[Site, tuple[Term, ...], str]
"""What every page has in common, and the folder into which its files go; empty when they are to be sent back."""
PARTS = msgspec.msgpack.Decoder(list[Part])
SIZE = 8
"""So many bytes say how long an answer is."""


class PageMakers:
    """Make pages one after the other, in processes beside this one as soon as that pays; these stay until the end."""

    def __init__(self, site: Site, terms: tuple[Term, ...], *, workers: int = 0, staging: str = "") -> None:
        """`workers` is how many processes make pages, 0 for what pays. They write into the `staging` folder if any."""
        self._task: Task = (site, terms, staging)
        self._here = PartMaker(site, terms)
        self._count = workers or min(os.cpu_count() or 1, _MOST)
        self._least = 0 if workers else LEAST
        self._pool: _Pool | None = None

    def __enter__(self) -> PageMakers:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._pool:
            self._pool.close()

    def made(self, wishes: Iterable[Wish]) -> Iterator[Part]:
        """The parts of these wishes, in their order."""
        wishes = iter(wishes)
        first: list[Wish] = []
        if self._pool is None and self._count > 1:
            first = list(islice(wishes, self._least))
            if len(first) >= self._least:
                self._pool = _Pool(self._count, self._task)
        if self._pool is None:
            yield from (self._here.made(*wish) for wishes_ in (first, wishes) for wish in wishes_)
            return
        waiting: deque[tuple[list[Wish], Future[list[Part]]]] = deque()
        for bundle in _bundles(first, wishes):
            waiting.append((bundle, self._pool.asked(bundle)))
            if len(waiting) > 2 * self._count:
                yield from _answer(*waiting.popleft(), self._here)
        while waiting:
            yield from _answer(*waiting.popleft(), self._here)


def _bundles(first: list[Wish], more: Iterator[Wish]) -> Iterator[list[Wish]]:
    for wishes in (iter(first), more):
        while bundle := list(islice(wishes, _BUNDLE)):
            yield bundle


def _answer(bundle: list[Wish], answer: Future[list[Part]], here: PartMaker) -> Iterable[Part]:
    """What a process made. When it ended without an answer, this one does the work, or meets the fault itself."""
    try:
        return answer.result()
    except (OSError, EOFError, msgspec.MsgspecError):
        return (here.made(*wish) for wish in bundle)


class _Pool:
    """Some processes, each with a bundle at a time; a thread waits for each answer."""

    def __init__(self, count: int, task: Task) -> None:
        self._threads = ThreadPoolExecutor(count, "pages")
        self._free: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
        self._all = [started(ARGUMENT) for _ in range(count)]
        for process in self._all:
            with contextlib.suppress(OSError):
                _send(process, task)
            self._free.put(process)

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        self._threads.shutdown(cancel_futures=True)
        for process in self._all:
            process.kill()
            process.communicate()

    def asked(self, bundle: list[Wish]) -> Future[list[Part]]:
        """The answer to come."""
        return self._threads.submit(self._ask, bundle)

    def _ask(self, bundle: list[Wish]) -> list[Part]:
        process = self._free.get()
        try:
            _send(process, bundle)
            assert process.stdout is not None
            return PARTS.decode(_received(process.stdout))
        finally:
            self._free.put(process)


def _received(answers: IO[bytes]) -> bytes:
    """An answer: how many bytes it has, then these. Raises EOFError for one that is broken off."""
    size = int.from_bytes(answers.read(SIZE), "big")
    data = answers.read(size)
    if not size or len(data) < size:
        raise EOFError
    return data


def _send(process: subprocess.Popen[bytes], value: Any) -> None:
    assert process.stdin is not None
    pickle.dump(value, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
