"""A fault in what we override of Qt's classes is told like any other fault, and does not end the program."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any


def outlive_faults() -> None:
    """See to every class of ours that is made of a Qt class from now on.

    WORKAROUND: PySide 6.11 on Python 3.11 reads an error that leaves an override as if it were an exception object.
    What Python's own C code raises (a key that is missing, a widget that is gone, a number that is none) is still
    two loose halves there, and the program ends without a word. Caught once, it is whole. Can go with Python 3.11.
    """
    if sys.version_info < (3, 12):
        import shiboken6  # a tenth of a second, which commands without a window need not wait

        shiboken6.Object.__init_subclass__ = classmethod(_see_to)  # type: ignore[assignment, attr-defined]


def _see_to(cls: type) -> None:
    qt_bases = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
    for name, function in list(vars(cls).items()):
        is_override = isinstance(function, FunctionType) and any(name in vars(base) for base in qt_bases)
        if is_override and not name.startswith("__"):
            setattr(cls, name, _whole_errors(function))


def _whole_errors(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def override(*given: Any, **named: Any) -> Any:
        try:
            return function(*given, **named)
        except Exception:  # to be caught is what makes it whole
            raise

    return override
