"""How a part that answers a writer's wishes tells the world's faults."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from app.errors import PlainspokenError


class Teller(Protocol):
    """A part that can say a sentence about what went wrong."""

    def tell_fault(self, sentence: str) -> None:
        """Say it to the writer."""


P = ParamSpec("P")
Part = TypeVar("Part", bound=Teller)


def tells(wish: Callable[Concatenate[Part, P], None]) -> Callable[Concatenate[Part, P], None]:
    """A wish whose faults are told instead of raised."""

    @functools.wraps(wish)
    def told(part: Part, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            wish(part, *args, **kwargs)
        except PlainspokenError as fault:
            part.tell_fault(str(fault))

    return told
