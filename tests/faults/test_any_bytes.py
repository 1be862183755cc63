"""Any bytes and any text for everything that reads a file: a value or a sentence, never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import PlainspokenError
from bench.faulting.fuzz import Read
from bench.faulting.readers import Reader, readers

SLOW = "theme's template"
"""It makes a page of each; the fuzzer gives it some."""


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    return readers(tmp_path_factory.mktemp("read"))


def answers(name: str, read: Read, data: bytes) -> None:
    try:
        read(data)
    except PlainspokenError as fault:
        sentence = str(fault).strip()
        assert sentence and "\n" not in sentence and "Traceback" not in sentence, name


def holds_for(name: str, good: bytes, read: Read) -> None:
    @settings(max_examples=12, deadline=None, database=None)
    @given(data=st.binary(max_size=400), text=st.text(max_size=200), cut=st.floats(0, 1))
    def holds(data: bytes, text: str, cut: float) -> None:
        for content in (data, text.encode("utf-8", "surrogatepass"), good[: int(len(good) * cut)]):
            answers(name, read, content)

    holds()


def test_any_bytes_any_text_and_any_half(every: dict[str, Reader]) -> None:
    assert len(every) > 25
    for name, (seeds, read) in every.items():
        if name != SLOW:
            holds_for(name, seeds[0], read)


def test_the_good_ones_are_read(every: dict[str, Reader]) -> None:
    for name, (seeds, read) in every.items():
        if name != "folder":  # its two names of one content are never both right
            for seed in seeds:
                read(seed)


def test_a_reader_that_breaks_is_found(tmp_path: Path) -> None:
    def broken(data: bytes) -> None:
        (tmp_path / "x").write_bytes(data)
        data.decode("ascii")

    with pytest.raises(UnicodeDecodeError):
        holds_for("broken", b"\xff" * 50, broken)
