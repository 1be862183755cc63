"""`python -m app`: a command, or the desktop window when there is none."""

from __future__ import annotations

import sys

from app.commands import parser


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:]
    if parser.is_command(arguments):
        return parser.run(arguments)
    from app import main as window

    return window.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
