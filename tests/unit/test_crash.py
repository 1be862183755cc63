"""Our own faults: logged, the open text saved, told once."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from windows_files import refusing_open_files

from app import crash
from app.crash import Crash


def raised(kind: type[BaseException]) -> BaseException:
    try:
        raise kind("a fault of ours")
    except BaseException as error:
        return error


@pytest.fixture
def told() -> list[tuple[str, str, str]]:
    return []


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    crash.start_log(tmp_path / "log" / "plainspoken.log")
    yield tmp_path / "log" / "plainspoken.log"
    crash.stop_log()


def hear(hook: Crash, error: BaseException) -> None:
    hook.on_error(type(error), error, error.__traceback__)


def test_the_open_text_is_saved_and_its_place_told(
    tmp_path: Path, told: list[tuple[str, str, str]], log: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hook = Crash(lambda: tmp_path / "copy.json", lambda *words: told.append(words))
    hear(hook, raised(ValueError))
    sentence, report, with_words = told[0]
    assert str(tmp_path / "copy.json") in sentence
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert "ValueError: a fault of ours" in with_words
    assert "ValueError: a fault of ours" in log.read_text("utf-8")
    caplog.clear()


def test_nothing_unsaved_needs_no_copy(told: list[tuple[str, str, str]], caplog: pytest.LogCaptureFixture) -> None:
    hear(Crash(lambda: None, lambda *words: told.append(words)), raised(ValueError))
    assert "Your text is saved" in told[0][0]
    caplog.clear()


def test_the_report_quotes_no_word_of_the_writers(
    told: list[tuple[str, str, str]], caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str) -> None:
        try:
            raise KeyError(text)
        except KeyError as error:
            raise ValueError(f"cannot use {text}") from error

    try:
        fail(" ".join(("a secret", "finding")))  # built here: a line of our own code may be quoted
    except ValueError as error:
        hear(Crash(lambda: None, lambda *words: told.append(words)), error)
    _, report, with_words = told[0]
    assert "secret finding" not in report
    assert "ValueError" in report
    assert "KeyError" in report
    assert "secret finding" in with_words
    caplog.clear()


def test_an_error_while_telling_is_only_logged(caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_words: str) -> None:
        raise RuntimeError("no dialog")

    hear(Crash(lambda: 1 / 0 or None, fail), raised(ValueError))  # type: ignore[return-value]
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 3
    caplog.clear()


def test_the_hooks_are_given_back() -> None:
    before = sys.excepthook, threading.excepthook
    hook = Crash(lambda: None, lambda *_words: None)
    hook.install()
    assert sys.excepthook != before[0]
    hook.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_full_log_that_another_window_has_open_goes_on(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crash.LOG.handlers[-1], "maxBytes", 100)
    with log.open(), refusing_open_files() as refused:  # Windows
        for number in range(9):
            crash.LOG.info("line %s, and so on and on and on and on and on and on and on and on and on", number)
    assert refused and all(f"line {number}," in log.read_text("utf-8") for number in range(9))
    crash.LOG.info("the last line")
    assert "line 8" in log.with_name(f"{log.name}.1").read_text("utf-8") and "the last line" in log.read_text()
    assert "Logging error" not in capsys.readouterr().err
