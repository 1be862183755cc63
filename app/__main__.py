"""`python -m app`: a command, or the desktop window when there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.overrides import outlive_faults


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["read-one-pdf"]:  # how app.papers.pdf starts us as its reading process: nothing else is loaded
        from app.papers import pdf_worker

        return pdf_worker.main()
    if arguments == ["make-pages"]:  # how app.publish.workers starts us beside a long export
        from app.publish import page_worker

        return page_worker.main()
    _give_streams()
    if "--self-test" in arguments:
        outlive_faults()
        from app import selftest

        return selftest.run(arguments)
    from app.commands import parser

    if parser.is_command(arguments):  # commands are for scripts too: they speak English, whatever the window speaks
        return parser.run(arguments)
    from app import language

    language.begin()
    outlive_faults()
    from app import main as window

    return window.run(arguments)


def _give_streams() -> None:
    """What is printed meets no fault: a program with a window has no streams on Windows, or ones of few letters."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open as long as we are
        elif hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
