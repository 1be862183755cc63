"""kill -9 at random moments. A child is forked from a warm process, so that ten thousand kills take minutes.

A child tells each piece of work that is done (a number down a pipe: the acknowledgement), is killed, and what it left
on the disk is read back. POSIX systems only: elsewhere there is no kill that asks nobody.
"""

from __future__ import annotations

import os
import random
import select
import signal
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol

LONGEST_WAIT_S = 30.0
_NUMBER = struct.Struct("<q")
Tell = Callable[[int], None]


class Scene(Protocol):
    """One kind of work that is killed in the middle."""

    name: str
    longest_s: float
    """A kill comes at a random moment up to this long after the child began, or after its first acknowledgement."""

    def prepare(self, folder: Path, round_: int) -> None:
        """Lay out what the next child finds; called before every kill."""

    def work(self, tell: Tell) -> None:
        """In the child: work without end, and tell each number that is done."""

    def verify(self, acknowledged: list[int]) -> None:
        """Raise AssertionError when something that was acknowledged is not there, or a file does not open."""


@dataclass(slots=True)
class Count:
    """What one kind of work went through."""

    name: str
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    seconds: float = 0.0
    faults: tuple[str, ...] = ()

    @property
    def is_proof(self) -> bool:
        """Whether something was killed and something acknowledged: a run without proves nothing."""
        return self.kills > 0 and self.acknowledged > 0


def killed(scene: Scene, folder: Path, kills: int, seed: int = 7) -> Count:
    """Kill the scene's work so many times and read back after each."""
    chance, count, began = random.Random(seed), Count(scene.name), time.monotonic()
    for round_ in range(kills):
        scene.prepare(folder, round_)
        acknowledged = _kill_one(scene, chance, waits_for_first=chance.random() < 0.8)
        count.kills += 1
        count.acknowledged += len(acknowledged)
        try:
            scene.verify(acknowledged)
        except Exception as error:
            count.lost += 1
            count.faults = (*count.faults, f"{scene.name} {round_}: {type(error).__name__}: {error}")[:5]
            scene.prepare(folder, 0)
    count.seconds = time.monotonic() - began
    return count


def _kill_one(scene: Scene, chance: random.Random, *, waits_for_first: bool) -> list[int]:
    """What a child acknowledged before it was killed. Raises RuntimeError for one that ended by itself."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(scene, writing)
    os.close(writing)
    try:
        told = b""
        if waits_for_first and select.select([reading], [], [], LONGEST_WAIT_S)[0]:
            told = os.read(reading, _NUMBER.size)
        time.sleep(chance.random() * scene.longest_s)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        while more := os.read(reading, 65_536):
            told += more
    finally:
        os.close(reading)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        raise RuntimeError(f"{scene.name}: a child ended by itself, so this run proves nothing")
    return [number for (number,) in _NUMBER.iter_unpack(told[: len(told) // _NUMBER.size * _NUMBER.size])]


def _be_child(scene: Scene, writing: int) -> NoReturn:
    try:
        scene.work(lambda number: os.write(writing, _NUMBER.pack(number)) and None)
    except BaseException as error:
        os.write(2, f"{scene.name}: {type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(3)
