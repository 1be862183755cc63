"""Jinja with two shortcuts for pages by the ten thousand: what a page shows stands in dicts, and much of it is safe.

Both give what Jinja gives. It tries an attribute first and makes an exception for each key of a dict; and it makes an
object of every text, to say that it is safe, only to join them a moment later.
"""

from __future__ import annotations

import re
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

_SIGNS = re.compile("[&<>'\"]").search
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


class QuickEnvironment(jinja2.Environment):
    """The environment of the program's own themes."""

    code_generator_class = _Code
    shown = staticmethod(shown)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute of a value, or the key of a dict."""
        if type(obj) is dict and attribute in obj and attribute not in _NAMES_OF_DICT:
            return obj[attribute]
        return super().getattr(obj, attribute)
