"""One program run and measured: seconds, processor seconds and the most memory of it and its children together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True)
class Run:
    """`memory` is in MB, of the program and all its children at one moment; 0 where the system does not tell."""

    seconds: float
    processor: float
    memory: float
    fault: str = ""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder and wait for it."""
    before, began = os.times(), time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    most = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watcher.start()
    _, said = process.communicate()
    seconds, after = time.perf_counter() - began, os.times()
    watcher.join()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, processor, most[0], said.strip()[-400:] if process.returncode else "")


def _watch(process: subprocess.Popen[str], most: list[float]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(map(_memory, _family(process.pid))))
        time.sleep(0.1)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(grandchild for child in children for grandchild in _family(int(child)))]


def _memory(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1_000_000
    except OSError:
        return 0.0
