"""Size and start time of the self-contained program beside an empty PySide6 window that is built the same way.

`python3 run.py bench start` builds the empty window once, and ours where it was not built yet (or with `--build`). A
start is from the process to the first paint and out again, on a virtual screen, with an empty home, the best of five.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMES = 5
SUFFIX = ".exe" if os.name == "nt" else ""


def main() -> int:
    """Print the table."""
    ours = ROOT / "dist" / "plainspoken"
    bare = ROOT / "dist" / "bare"
    if "--build" in sys.argv or not ours.exists():
        build({})
    if "--build" in sys.argv or not bare.exists():
        build({"PLAINSPOKEN_BARE_WINDOW": "1"})
    program = ours / (f"plainspoken{SUFFIX}" if sys.platform.startswith("linux") else f"Plainspoken{SUFFIX}")
    print(f"{'':<16}{'size':>8}{'start':>10}{'processor':>12}")
    for name, folder, command in (
        ("empty window", bare, [str(bare / f"bare{SUFFIX}")]),
        ("Plainspoken", ours, [str(program), "--self-test", "--only-start"]),
    ):
        starts = [start(command) for _ in range(TIMES)]
        wall, processor = min(each[0] for each in starts), min(each[1] for each in starts)
        print(f"{name:<16}{megabytes(folder):>5.0f} MB{wall:>8.2f} s{processor:>10.2f} s")
    return 0


def build(more: dict[str, str]) -> None:
    """Build with our own build.spec."""
    command = [sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "ERROR"]
    work = ROOT / "build" / ("bare" if more else "ours")
    subprocess.run([*command, "--workpath", str(work)], cwd=ROOT, env={**os.environ, **more}, check=True)


def megabytes(folder: Path) -> float:
    """The size of all files of a folder, in MB."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1_000_000


def start(command: list[str]) -> tuple[float, float]:
    """One start: seconds by the clock, and by the processors."""
    words = ["xvfb-run", "-a", *command] if shutil.which("xvfb-run") else command
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "PLAINSPOKEN_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
        environment.pop("QT_QPA_PLATFORM", None)
        if not shutil.which("xvfb-run"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        before, began = os.times(), time.perf_counter()
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        wall, after = time.perf_counter() - began, os.times()
    if done.returncode:
        raise SystemExit(f"{command[0]} did not start: {done.stderr[-400:]}")
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return wall, used


if __name__ == "__main__":
    sys.exit(main())
