"""What is said about a summary held against its paper: one writer for each code that needs the paper."""

from __future__ import annotations

from collections.abc import Callable

from app.model.finding import Finding
from app.ui.words.values import Explanation

EXPLANATIONS: dict[str, Explanation | Callable[[Finding], Explanation]] = {}
