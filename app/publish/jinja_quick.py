"""Jinja with some shortcuts for pages by the ten thousand: what a page shows stands in dicts, and much of it is safe.

They give what Jinja gives. It tries an attribute first and makes an exception for each key of a dict; it makes an
object of every text, to say that it is safe, only to join them a moment later; it asks of everything that is called
whether it wants the context; and it hands every piece up through each block and file around it, one by one.
"""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from types import MethodType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from app.publish.links import Links

_SIGNS = re.compile("[&<>'\"]").search
_DRAWING = "icon"
_NAMES_OF_DICT = frozenset(dir(dict))


def shown(value: Any) -> str:
    """A value as it stands on a page: `escape` says how, wherever it has anything to do."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SIGNS(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Code(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape = environment.shown")
        self.writeline("names = environment.names")

    def writeline(self, x: Any, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Pieces of a block or of another template go up as one."""
        if type(x) is str and x.startswith("yield from "):
            x = f"yield concat({x.removeprefix('yield from ')})"
        elif x == "for event in gen:":
            x = "for event in (concat(gen),):"
        super().writeline(x, node, extra)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute of a value of ours, or the key of a dict, without asking anybody."""
        if node.attr in _NAMES_OF_DICT:
            super().visit_Getattr(node, frame)
            return
        self.write(f"(v[{node.attr!r}] if (kind := type(v := ")
        self.visit(node.node, frame)
        self.write(f")) is dict and {node.attr!r} in v else v.{node.attr} if {node.attr!r} in names[kind] ")
        self.write(f"else environment.getattr(v, {node.attr!r}))")


class _Names(dict[type, frozenset[str]]):
    """What every value of a class has, by class: of ours only, whose values are all alike."""

    def __missing__(self, kind: type) -> frozenset[str]:
        is_ours = is_dataclass(kind) and kind.__module__.startswith("app.")
        names = self[kind] = frozenset(dir(kind)) if is_ours else frozenset()
        return names


class _Context(Context):
    def call(self, called: Any, /, *args: Any, **more: Any) -> Any:
        """Call something. Addresses need nothing of the context, and a drawing is the same each time."""
        if type(called) is MethodType and type(called.__self__) is Links:
            return called(*args)
        if type(called) is Macro and called.name == _DRAWING and len(args) == 1:
            drawn: dict[tuple[Macro, Any], Any] = self.environment.drawn  # type: ignore[attr-defined]
            if (drawing := drawn.get((called, args[0]))) is None:
                drawing = drawn[called, args[0]] = super().call(called, *args, **more)
            return drawing
        return super().call(called, *args, **more)


class QuickEnvironment(jinja2.Environment):
    """The environment of the program's own themes."""

    code_generator_class = _Code
    context_class = _Context
    shown = staticmethod(shown)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.drawn: dict[tuple[Macro, Any], Any] = {}
        self.names = _Names()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute of a value, or the key of a dict."""
        if type(obj) is dict and attribute in obj and attribute not in _NAMES_OF_DICT:
            return obj[attribute]
        return super().getattr(obj, attribute)
