"""Commands of the contract whose work has not landed: each says so and ends with 2."""

from __future__ import annotations

import argparse
import sys
from typing import Any

_ABOUT = {
    "attach": "bring a paper to a summary",
}


def add_parser(subparsers: Any) -> None:
    """Add every command that is still to come."""
    for name, about in _ABOUT.items():
        # With no letter that starts an option, every word is taken: the answer is the same whatever is asked.
        parser = subparsers.add_parser(name, help=f"{about} (not yet)", prefix_chars="\0", add_help=False)
        parser.add_argument("words", nargs="*")
        parser.set_defaults(run=_say_not_yet, name=name)


def _say_not_yet(args: argparse.Namespace) -> int:
    print(f"Not yet: “{args.name}” comes with a later version of Plainspoken.", file=sys.stderr)
    return 2
