"""Where templates from elsewhere run: they see what a page shows, and nothing of the program or the computer."""

from __future__ import annotations

import threading
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.translation import _

MOST_TURNS = 200_000
"""How often the loops of one page may turn, all together. A full research page of ours needs some dozens."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which loops end and texts cannot be multiplied."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        self._counted = threading.local()
        super().__init__(**options)

    def begin(self) -> None:
        """Count the turns of a new page, in this thread."""
        self._counted.turns = 0

    def turn(self) -> None:
        """One turn of any loop. Raises SecurityError after too many."""
        self._counted.turns = getattr(self._counted, "turns", 0) + 1
        if self._counted.turns > MOST_TURNS:
            raise SecurityError(_("its loops turn more than {most_turns:,} times").format(most_turns=MOST_TURNS))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Products of numbers only: a text times a large number would fill the memory."""
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(
                _("“{operator}” is for numbers only, and powers are not for templates").format(operator=operator)
            )
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template's tree with a count at the head of each loop's body."""
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            counted = nodes.Call(nodes.EnvironmentAttribute("turn"), [], [], None, None)
            loop.body.insert(0, nodes.ExprStmt(counted).set_lineno(loop.lineno))
        tree.set_environment(self)
        return tree
