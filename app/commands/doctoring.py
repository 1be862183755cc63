"""`doctor`: looks a library over for damage and changes nothing."""

from __future__ import annotations

import argparse
from typing import Any

from app.commands.opened import library_path
from app.commands.parser import add_json_option, add_library_option, print_json
from db.health import Health, look_over


def add_parser(subparsers: Any) -> None:
    """Add `doctor`."""
    parser = subparsers.add_parser(
        "doctor",
        help="look a library over for damage",
        description="Read everything in a library and say what is damaged. Nothing is changed.",
    )
    add_library_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=_look)


def _look(args: argparse.Namespace) -> int:
    path = library_path(args)
    health = look_over(path)
    if args.json:
        print_json(_health_json(health))
    else:
        _print(str(path), health)
    return 0 if health.is_sound else 1


def _health_json(health: Health) -> dict[str, Any]:
    return {
        "ok": health.is_sound,
        "problems": [{"code": problem.code, "where": problem.where} for problem in health.problems],
        "schema_version": health.schema_version,
        "backups": [{"path": str(file), "made": made.strftime("%Y-%m-%dT%H:%M:%SZ")} for made, file in health.backups],
    }


def _print(path: str, health: Health) -> None:
    for problem in health.problems:
        print(f"Damaged: {problem.code}, {problem.where}")
    if health.is_sound:
        print(f"{path} is whole.")
    elif health.backups:
        print(f"The newest of {len(health.backups)} backups is {health.backups[0][1]}. “restore” brings it back.")
    else:
        print("There is no backup beside it.")
