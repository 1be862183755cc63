#!/usr/bin/env python3
"""One command for every habit: set up and start Plainspoken, or test, lint, measure, picture and build it.

Standard library only: this file runs on a bare machine, before anything is installed.
"""

from __future__ import annotations

import argparse
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = {"run": ROOT / "requirements.txt", "test": ROOT / "tests" / "requirements.txt"}
LEAST_PYTHON = (3, 11)
SHARE = "PLAINSPOKEN_TEST_SHARE"
"""Which share of the tests a process runs, such as 1/2: tests/conftest.py reads it."""

# Debian's names of the libraries that Qt loads, each with the file that shows it is there.
QT_LIBRARIES = {
    "libegl1": "EGL", "libgl1": "GL", "libxkbcommon0": "xkbcommon", "libdbus-1-3": "dbus-1", "libglib2.0-0": "glib-2.0",
    "libfontconfig1": "fontconfig", "libxcb-cursor0": "xcb-cursor", "libxcb-icccm4": "xcb-icccm",
    "libxcb-keysyms1": "xcb-keysyms", "libxcb-shape0": "xcb-shape", "libxkbcommon-x11-0": "xkbcommon-x11",
    "libnss3": "nss3", "libasound2": "asound", "libxcomposite1": "Xcomposite", "libxdamage1": "Xdamage",
    "libxtst6": "Xtst", "libxrandr2": "Xrandr", "libxkbfile1": "xkbfile",
}  # fmt: skip
TEST_PROGRAMS = {"xvfb": "Xvfb", "chromium": "chromium", "chromium-driver": "chromedriver"}


def main(arguments: list[str]) -> int:
    """Run one habit and return its exit status."""
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    habits = {
        "editor": (editor, "set up, then open the editor on the sample library (the default)"),
        "setup": (set_up, "make the environment and stop"),
        "test": (test, "set up and pass the tests (more words go to pytest)"),
        "lint": (lint, "style, types and the import contract"),
        "fix": (fix, "mend what the style checker can mend"),
        "bench": (bench, "measure (NAME: one of bench/)"),
        "install": (install_entry, "put the editor into the desktop's menu (Linux)"),
        "pictures": (pictures, "take the pictures of the running program"),
        "build": (build, "make the self-contained program"),
    }
    for name, (habit, about) in habits.items():
        commands.add_parser(name, help=about, add_help=False).set_defaults(habit=habit)
    options, rest = parser.parse_known_args(arguments)
    habit = getattr(options, "habit", editor)
    if sys.version_info < LEAST_PYTHON:
        return refuse(f"Plainspoken needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    try:
        return int(habit(rest) or 0)
    except subprocess.CalledProcessError as error:
        return refuse(f"This step did not work: {' '.join(map(str, error.cmd))}")
    except KeyboardInterrupt:
        return 130


def refuse(sentence: str) -> int:
    """Say what is wrong and give the exit status for it."""
    print(sentence, file=sys.stderr)
    return 2


# ------------------------------------------------------------------ habits


def editor(rest: list[str]) -> int:
    """Set up what is missing, then open the editor."""
    set_up([])
    return call(PYTHON, "-m", "app", *rest, env=root_environment())


def test(rest: list[str]) -> int:
    """The whole suite, then nothing else: lint has a habit of its own.

    It runs in two shares side by side, since the tests of the window wait more than they count. What names tests, or
    asks pytest for more than `-q` or `-v`, runs in one.
    """
    set_up(["test"])
    command, environment = [str(PYTHON), "-m", "pytest", *rest], test_environment()
    if not set(rest) <= {"-q", "-v"}:
        return call(*command, env=environment)
    with tempfile.TemporaryFile() as said:
        second = subprocess.Popen(
            command, cwd=ROOT, env=environment | {SHARE: "2/2"}, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            status = call(*command, env=environment | {SHARE: "1/2"})
            print("The second share:", flush=True)
            status = max(status, second.wait())
        finally:
            second.kill()
        said.seek(0)
        sys.stdout.buffer.write(said.read())
        sys.stdout.flush()
    return status


def lint(_rest: list[str]) -> int:
    """Style, form, types and who may import whom; all run, the worst status counts."""
    set_up(["test"])
    places = ["app", "db", "tests", "bench", "docs", "run.py"]
    steps = (
        ("ruff", "check", *places),
        ("ruff", "format", "--check", *places),
        ("mypy",),
        ("importlinter.cli",),
    )
    return max(call(PYTHON, "-m", *step) for step in steps)


def fix(_rest: list[str]) -> int:
    """Mend style and form in place."""
    set_up(["test"])
    places = ["app", "db", "tests", "bench", "docs", "run.py"]
    return max(call(PYTHON, "-m", "ruff", "check", "--fix", *places), call(PYTHON, "-m", "ruff", "format", *places))


def bench(rest: list[str]) -> int:
    """Measure one thing (NAME) or everything in bench/."""
    set_up(["test"])
    names = rest[:1] or sorted(path.stem for path in (ROOT / "bench").glob("*.py"))
    if missing := [name for name in names if not (ROOT / "bench" / f"{name}.py").exists()]:
        known = ", ".join(sorted(path.stem for path in (ROOT / "bench").glob("*.py")))
        return refuse(f"There is no bench “{missing[0]}”. There are: {known}.")
    return max(call(PYTHON, "-m", f"bench.{name}", *rest[1:], env=test_environment()) for name in names)


def install_entry(rest: list[str]) -> int:
    """Set up, then put the editor into the menu of the desktop."""
    set_up([])
    return call(PYTHON, "-m", "app", "install", *rest)


def pictures(rest: list[str]) -> int:
    """Take the pictures of README and guide from the running program."""
    set_up(["test"])
    return call(PYTHON, ROOT / "docs" / "pictures.py", *rest, env=test_environment())


def build(_rest: list[str]) -> int:
    """Make the self-contained program in dist/, say how large it is, and let it try itself."""
    set_up(["test"])
    if status := call(PYTHON, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "WARN"):
        return status
    folder = ROOT / "dist" / "plainspoken"
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{folder.relative_to(ROOT)}: {size / 1_000_000:.0f} MB", flush=True)
    return max(call(*alone(), program, "--self-test", env=root_environment()) for program in built(folder))


def built(folder: Path) -> list[Path]:
    """The programs that writers start. On Windows the one with a window has no console: its status is its answer."""
    if os.name == "nt":
        return [folder / "plainspoken-command.exe", folder / "Plainspoken.exe"]
    if sys.platform == "darwin":
        return [folder.parent / "Plainspoken.app" / "Contents" / "MacOS" / "Plainspoken"]
    return [folder / "plainspoken"]


def alone() -> list[str]:
    """Words that start a program on a virtual screen and, where this system can, without any network."""
    words = ["xvfb-run", "--auto-servernum"] if shutil.which("xvfb-run") and not os.environ.get("DISPLAY") else []
    closed = ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") and subprocess.run([*closed, "true"], capture_output=True).returncode == 0:
        words = [*closed, *words]
    return words


# ------------------------------------------------------------------ setting up


def set_up(rest: list[str]) -> int:
    """Make `.venv` and install the pinned requirements, once per content of the requirement files."""
    wanted = ["run", *rest]
    system_libraries(needs_test_programs="test" in wanted)
    if not PYTHON.exists():
        make_environment()
    for name in wanted:
        install(name)
    return 0


def install(name: str) -> None:
    """Install one requirement file unless the environment already has exactly this content of it."""
    file = REQUIREMENTS[name]
    stamp = VENV / f".installed-{name}"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing {file.relative_to(ROOT)} …", file=sys.stderr, flush=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes")
    subprocess.run([*pip, "--requirement", file], check=True)
    stamp.write_text(digest)


def make_environment() -> None:
    """A virtual environment in the checkout, also where Debian's Python came without venv or pip."""
    print("Making the environment .venv …", file=sys.stderr, flush=True)
    if subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True).returncode == 0:
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if may_install():
        apt("install", "--yes", "--no-install-recommends", f"python{version}-venv")
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        return
    if wheel := pip_wheel():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", VENV], check=True)
        subprocess.run([PYTHON, wheel / "pip", "install", "--quiet", "--no-index", "--find-links", wheel.parent, "pip"])
        return
    raise SystemExit(refuse(f"Python has no venv here. Paste this line, then try again:\n  {venv_line(version)}"))


def venv_line(version: str) -> str:
    """The line that a writer without root rights can paste or send to whoever has them."""
    return f"sudo apt-get install python{version}-venv"


def pip_wheel() -> Path | None:
    """Debian's wheel of pip, fetched as an ordinary user and unpacked beside the environment."""
    if not shutil.which("apt-get"):
        return None
    beside = ROOT / "build" / "pip"
    beside.mkdir(parents=True, exist_ok=True)
    if subprocess.run(["apt-get", "download", "python3-pip-whl"], cwd=beside, capture_output=True).returncode:
        return None
    for package in beside.glob("*.deb"):
        subprocess.run(["dpkg-deb", "--extract", package, beside], check=True)
    return next(beside.rglob("pip-*.whl"), None)


def system_libraries(*, needs_test_programs: bool) -> None:
    """On Debian and its family: what Qt loads from the system, and for the tests a virtual screen and a browser."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for package, library in QT_LIBRARIES.items() if not ctypes.util.find_library(library)]
    if needs_test_programs:
        missing += [package for package, program in TEST_PROGRAMS.items() if not shutil.which(program)]
    if not missing:
        return
    if may_install():
        print(f"Installing system libraries: {' '.join(missing)} …", file=sys.stderr, flush=True)
        apt("update")
        apt("install", "--yes", "--no-install-recommends", *missing)
    elif shutil.which("apt-get"):
        print("Some system libraries are missing. If the window does not open, paste this line:", file=sys.stderr)
        print(f"  sudo apt-get install {' '.join(missing)}", file=sys.stderr)


def may_install() -> bool:
    """Whether this is a Debian-like system on which we are root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt(*words: str) -> None:
    """apt-get without questions."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *words], check=True, env=environment, stdout=subprocess.DEVNULL)


def test_environment() -> dict[str, str]:
    """The tests need no display."""
    environment = root_environment()
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def root_environment() -> dict[str, str]:
    """A checkout that root runs is a container or a test machine, where the browser engine refuses its sandbox."""
    environment = dict(os.environ)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    return environment


def call(*words: object, env: dict[str, str] | None = None) -> int:
    """Run a program in the checkout and give its exit status."""
    return subprocess.run([str(word) for word in words], cwd=ROOT, env=env).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
