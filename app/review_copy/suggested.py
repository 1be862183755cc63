"""The changes that a Word file makes to a section, one by one, each as other Markdown for a stretch of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.review_copy.returned import NOBODY, ReturnedSection
from app.review_copy.seen import NOT_XML, Seen, seen
from app.text.difference import ADDED, REMOVED, Piece, difference
from app.text.markup import plain
from app.text.rich_blocks import blocks
from app.text.rich_markdown import write
from app.text.rich_text import BULLET, NUMBER, Block, Run

_Letter = tuple[str, bool, bool, str]
MOST_LETTERS = 60_000
"""A longer section is one suggestion: comparing takes the square of the length."""
_HYPHENS = {0xAD: None, 0x2011: "-"}
_PARTING = "\u2029"
"""Stands between two paragraphs, where a line end stands inside of one."""


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for a stretch of a section's Markdown, which may be empty where nothing was written yet."""

    start: int
    end: int
    instead: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """Letters `start` to `end` of what was sent became letters `new_start` to `new_end` of what came back."""

    start: int
    end: int
    new_start: int
    new_end: int


def changes(markdown: str, section: ReturnedSection) -> Iterator[Change]:
    """What the file changes in a section that was sent as this Markdown. Formatting alone is no change."""
    sent, text = seen(markdown), section.text
    if _even(sent.text) == _even(text):
        return
    if not markdown.strip():
        yield _stamped(section, _Edit(0, 0, 0, len(text)), 0, 0, write(section.blocks).markdown)
        return
    if len(text) > MOST_LETTERS:
        yield _stamped(section, _Edit(0, 0, 0, 0), 0, len(markdown), write(section.blocks).markdown)
        return
    edits = [edit for edit in _edits(difference(sent.text, text)) if _is_told(sent.text, text, edit)]
    for edit in edits:
        found = _as_markdown(sent, section, edit)
        if found is None:  # it cuts through marks or blocks: the whole section, as one suggestion
            whole = _Edit(0, len(sent.text), 0, len(text))
            yield _stamped(section, whole, 0, len(markdown), write(section.blocks).markdown)
            return
        yield _stamped(section, edit, *found)


def _even(text: str) -> str:
    """A text without what Word or LibreOffice change by themselves: kinds of spaces and hyphens, ends of lines."""
    lines = text.translate(_HYPHENS).strip().splitlines()
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _edits(pieces: Sequence[Piece]) -> Iterator[_Edit]:
    old = new = 0
    at = 0
    while at < len(pieces):
        gone = pieces[at].text if pieces[at].kind == REMOVED else ""
        at += bool(gone)
        come = pieces[at].text if at < len(pieces) and pieces[at].kind == ADDED else ""
        at += bool(come)
        if gone or come:
            yield _Edit(old, old + len(gone), new, new + len(come))
            old, new = old + len(gone), new + len(come)
        else:
            old, new = old + len(pieces[at].text), new + len(pieces[at].text)
            at += 1


def _is_told(old: str, new: str, edit: _Edit) -> bool:
    """Whether an edit changes more than spaces: words, or paragraphs that are parted or joined."""
    gone, come = old[edit.start : edit.end], new[edit.new_start : edit.new_end]
    if (gone + come).strip():
        return _even(gone) != _even(come)
    before, after = new[: edit.new_start].rstrip(" "), new[edit.new_end :].lstrip(" ")
    is_inside = bool(before) and bool(after) and before[-1] != "\n" and after[0] != "\n"
    return is_inside and ("\n" in gone) != ("\n" in come)


def _as_markdown(sent: Seen, section: ReturnedSection, edit: _Edit) -> tuple[int, int, str] | None:
    """The stretch of Markdown and what stands there instead, tried out; None when no way of saying it reads right."""
    new = _letters(section.blocks)[edit.new_start : edit.new_end]
    old = _letters(blocks(sent.markdown))
    wanted = [*old[: edit.start], *new, *old[edit.end :]]
    ways = [way for way in _ways(sent, section, edit) if way[1] > way[0]]
    for is_with_style in (True, False):
        for start, end, instead in ways:
            if _reads(sent.markdown[:start] + instead + sent.markdown[end:], wanted, is_with_style):
                return start, end, instead
    return None


def _letters(content: Sequence[Block]) -> list[_Letter]:
    """Every letter with whether it is bold, italic, and where it leads; one for each letter that is seen."""
    found: list[_Letter] = []
    for count, block in enumerate(content):
        found += [(_PARTING, False, False, "")] * bool(count)
        for run in block.runs:
            found += [(sign, run.is_bold, run.is_italic, run.href) for sign in run.text.translate(NOT_XML)]
    return found


def _reads(markdown: str, wanted: Sequence[_Letter], is_with_style: bool) -> bool:
    """Whether a Markdown text says these letters, spaces aside, in the form and on the page."""
    says, asked = _letters(blocks(markdown)), list(wanted)
    words = "".join("".join(letter[0] for letter in asked).split())
    if (
        "".join("".join(letter[0] for letter in says).split()) != words
        or "".join(plain(markdown).text.split()) != words
    ):
        return False
    return not is_with_style or ("****" not in markdown and _solid(says) == _solid(asked))


def _bare(text: str) -> str:
    """A text without spaces and line ends."""
    return "".join(text.split())


def _solid(letters: Sequence[_Letter]) -> list[_Letter]:
    """Letters without spaces, and with one sign between paragraphs, however many stand there."""
    found: list[_Letter] = []
    for letter in letters:
        is_parting = letter[0] == _PARTING
        if (is_parting and found and found[-1][0] != _PARTING) or not letter[0].isspace():
            found.append(letter)
    return found[:-1] if found and found[-1][0] == _PARTING else found


def _ways(sent: Seen, section: ReturnedSection, edit: _Edit) -> Iterator[tuple[int, int, str]]:
    new = _markdown_between(section, edit.new_start, edit.new_end)
    if edit.end > edit.start:
        start, end = sent.span(edit.start, edit.end)
        letters = section.text[edit.new_start : edit.new_end]
        yield start, end, letters
        yield start, end, new
        low, high = _with_marks(sent.markdown, start, end)
        yield low, high, new
        return
    before, after = _word_before(sent.text, edit.start), _word_after(sent.text, edit.start)
    if before < edit.start:
        start, end = sent.span(before, edit.start)
        yield start, end, sent.markdown[start:end] + section.text[edit.new_start : edit.new_end]
        yield start, end, sent.markdown[start:end] + new
        low, high = _with_marks(sent.markdown, start, end)
        yield low, high, sent.markdown[low:high] + new
    if after > edit.start:
        start, end = sent.span(edit.start, after)
        yield start, end, new + sent.markdown[start:end]
        low, high = _with_marks(sent.markdown, start, end)
        yield low, high, new + sent.markdown[low:high]


def _with_marks(markdown: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the stars that stand on both sides of it."""
    while start > 0 and end < len(markdown) and markdown[start - 1] == markdown[end] and markdown[end] in "*_":
        start, end = start - 1, end + 1
    return start, end


def _word_before(text: str, at: int) -> int:
    start = at
    while (
        start > 0
        and text[start - 1] != "\n"
        and (start == at or not text[start].isalnum() or text[start - 1].isalnum())
    ):
        start -= 1
        if at - start > 60:
            break
    return start


def _word_after(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end] != "\n" and (end == at or text[end].isalnum() or not text[end - 1].isalnum()):
        end += 1
        if end - at > 60:
            break
    return end


def _markdown_between(section: ReturnedSection, start: int, end: int) -> str:
    """The letters from `start` to `end` of what came back as Markdown, with the ends of paragraphs and items."""
    parts: list[str] = []
    at, previous = 0, ""
    for count, block in enumerate(section.blocks):
        size = len(block.text)
        if count and start < at <= end:
            is_item = block.kind == previous and block.kind in (BULLET, NUMBER)
            mark = {BULLET: "- ", NUMBER: "1. "}.get(block.kind, "")
            parts.append(("\n" if is_item else "\n\n") + mark)
        runs = tuple(_cut(block.runs, start - at, end - at))
        parts.append(_inline(runs))
        at, previous = at + size + 1, block.kind
    return "".join(parts)


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        low, high = max(0, start - at), min(len(run.text), end - at)
        if low < high:
            yield replace(run, text=run.text[low:high])
        at += len(run.text)


def _inline(runs: tuple[Run, ...]) -> str:
    """Runs as Markdown; spaces at their ends, which Markdown would drop, are kept."""
    text = "".join(run.text for run in runs)
    if not text.strip():
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = write((Block(runs=tuple(_cut(runs, len(before), len(text) - len(after)))),)).markdown
    return before + inner + after


def _stamped(section: ReturnedSection, edit: _Edit, start: int, end: int, instead: str) -> Change:
    tracked = [stamp for stamp in section.stamps[edit.new_start : edit.new_end] if stamp != NOBODY]
    tracked += [stamp for place, stamp in section.cuts if edit.new_start <= place <= edit.new_end and stamp != NOBODY]
    by, at = tracked[0] if tracked else NOBODY
    return Change(start, end, instead, by, at)
