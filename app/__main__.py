"""`python -m app`: a command, or the desktop window when there is none."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["read-one-pdf"]:  # how app.papers.pdf starts us as its reading process: nothing else is loaded
        from app.papers import pdf_worker

        return pdf_worker.main()
    if "--self-test" in arguments:
        from app import selftest

        return selftest.run(arguments)
    if arguments == ["make-pages"]:  # how app.publish.workers starts us beside a long export
        from app.publish import page_worker

        return page_worker.main()
    from app.commands import parser

    if parser.is_command(arguments):  # commands are for scripts too: they speak English, whatever the window speaks
        return parser.run(arguments)
    from app import language

    language.begin()
    from app import main as window

    return window.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
