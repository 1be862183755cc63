"""Lines of PDF pages become pieces: paragraphs, headings, captions, rows of tables, each in the file's order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.papers import captions, section_names
from app.papers.columns import Typesetting, same_size
from app.papers.lines import Line, Page
from app.papers.signs import LINE_END_HYPHEN

_GAP = 1.17
"""A distance of lines, in usual distances, from which a gap is meant."""
_INDENT = 0.45
"""In sizes of the line."""
_NEAR, _FARTHEST = 12, 400
"""Pieces that may stand between two halves of a paragraph: a figure and its notes; the cells of large tables."""
_FARTHEST_PAGES = 4
_OPEN_AT_ONCE = 3
_MOST_LINES_OF_HEADING = 3
_LONG = 4
_MIDDLES = ("(", "[", "=", "<", ">", "±", ",", ";")
"""No paragraph begins with these when the one before has no end."""


@dataclass(slots=True)
class Piece:
    """Lines that belong together. `cells` are there for a row of a table only."""

    lines: list[Line]
    cells: list[Line] = field(default_factory=list)
    is_in_references: bool = False

    @property
    def last(self) -> Line:
        """The line that a following one would go on from."""
        return self.lines[-1]

    @property
    def is_heading(self) -> bool:
        """Whether this is plainly a heading: a section's name, or a few bold words without an end."""
        if len(self.lines) > _MOST_LINES_OF_HEADING or self.cells:
            return False
        text = " ".join(line.text for line in self.lines)
        if section_names.is_section(text):
            return True
        is_bold = all(line.is_bold for line in self.lines) and any(sign.isalpha() for sign in text)
        is_open = not captions.is_complete(text) or text.endswith("?")
        return is_bold and is_open and len(text) <= 160 and not captions.is_other_than_heading(text)


def pieces(pages: Sequence[Page], setting: Typesetting) -> list[Piece]:
    """Every line of the pages in its piece, paragraphs made whole again across columns, pages and figures."""
    found: list[Piece] = []
    in_references = False
    for line in (line for page in pages for line in page.lines):
        if found and _is_same_row(found[-1], line):
            found[-1].cells = [*(found[-1].cells or found[-1].lines), line]
            continue
        if found and not found[-1].cells and not _opens(found[-1], line, setting, in_references):
            found[-1].lines.append(line)
            continue
        if section_names.is_section(line.text) and (setting.is_body(line) or line.is_bold):
            in_references = section_names.is_references(line.text)
        found.append(Piece([line], is_in_references=in_references))
    return _rejoined(found, setting)


def _is_same_row(piece: Piece, line: Line) -> bool:
    """Whether the line stands beside the piece's only line: cells of a table."""
    last = piece.cells[-1] if piece.cells else piece.last
    is_beside = last.page == line.page and abs(last.base - line.base) < 0.3 * line.size and line.left > last.right - 1
    return is_beside and len(piece.lines) == 1 and not line.is_turned


def _opens(piece: Piece, line: Line, setting: Typesetting, in_references: bool) -> bool:
    """Whether the line begins a new piece."""
    last = piece.last
    if not same_size(last.size, line.size) or line.is_turned != last.is_turned:
        return True
    if section_names.is_section(line.text) or (section_names.is_section(last.text) and len(piece.lines) == 1):
        return True
    is_open = not captions.is_complete(last.text)
    if line.is_bold != last.is_bold and (piece.is_heading or (line.is_bold and not is_open)):
        return True
    if last.page != line.page or line.base > last.base + 0.5 * line.size:
        return _opens_after_jump(piece, line, setting, in_references)
    if not _overlap(last, line) and last.text[-1:] != LINE_END_HYPHEN:
        return True
    if _is_gap(last, line, setting):
        return True
    return _opens_below(piece, line, setting, in_references)


def _is_gap(last: Line, line: Line, setting: Typesetting) -> bool:
    """Whether the lines stand further apart than lines of their size do."""
    step, pitch = last.base - line.base, setting.pitch(line)
    if last.text.endswith((LINE_END_HYPHEN, "-")) or (line.text[:1].islower() and not captions.is_complete(last.text)):
        return step > 1.7 * pitch
    return step > _GAP * pitch


def _opens_after_jump(piece: Piece, line: Line, setting: Typesetting, in_references: bool) -> bool:
    """At the top of a column or page, where nothing but the words and the edges tell."""
    last = piece.last
    if captions.opens_caption(line.text) or piece.is_heading:
        return True
    if in_references and captions.opens_reference(line.text) and captions.is_complete(last.text):
        return True
    if not captions.is_complete(last.text):
        return not _goes_on(last, line, setting)
    if not setting.has_indents or captions.opens_list(line.text):
        return not line.text[:1].islower()
    return _ends_early(last, line, setting) or _is_indented(line, setting)


def _opens_below(piece: Piece, line: Line, setting: Typesetting, in_references: bool) -> bool:
    """Directly below in the same column."""
    last, text = piece.last, line.text
    is_complete = captions.is_complete(last.text)
    column = setting.column(line)
    if captions.opens_caption(text) and is_complete:
        return True
    if in_references and captions.opens_reference(text) and line.left <= piece.lines[0].left + 1:
        return True
    if captions.opens_bullet(text) or (captions.opens_list(text) and is_complete):
        return True
    if line.left < column.left - _INDENT * line.size and is_complete and last.left > line.left + 2:
        return True  # a hanging indent: the next entry stands out to the left
    if not is_complete or line.size > setting.body + 1.5:
        return False
    is_indented = line.left > max(column.left, last.left) + _INDENT * line.size and last.left < column.left + 2
    return is_indented or (_ends_early(last, line, setting) and not text[:1].islower())


def _overlap(one: Line, other: Line) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _is_indented(line: Line, setting: Typesetting) -> bool:
    return line.left > setting.column(line).left + _INDENT * line.size


def _ends_early(last: Line, line: Line, setting: Typesetting) -> bool:
    """Whether the next line's first word would still have had room: so a paragraph ended here."""
    sign = last.width / max(1, len(last.text))
    first = len(line.text.split(" ", 1)[0]) + 1
    return last.right + first * sign < setting.column(last).right - 0.4 * last.size


def _goes_on(last: Line, line: Line, setting: Typesetting) -> bool:
    """Whether a line without a sentence's end goes on with this one."""
    if captions.opens_caption(line.text) or line.is_turned:
        return False
    return _goes_on_surely(last, line) or not (_ends_early(last, line, setting) or _is_indented(line, setting))


def _goes_on_surely(last: Line, line: Line) -> bool:
    return (
        line.text[:1].islower()
        or line.text.startswith(_MIDDLES)
        or captions.leads_on(last.text)
        or last.text.endswith((LINE_END_HYPHEN, "-"))
    )


def _rejoined(found: Iterable[Piece], setting: Typesetting) -> list[Piece]:
    """Halves of a paragraph brought together where a figure, a table or a note stands between them."""
    out: list[Piece] = []
    opened: list[tuple[int, Piece]] = []
    last_heading = -1
    for piece in found:
        halves = reversed(opened)
        first = next((half for half in halves if _is_second_half(half, piece, len(out), last_heading, setting)), None)
        if first is not None:
            first[1].lines.extend(piece.lines)
            opened.remove(first)
            piece = first[1]
        else:
            out.append(piece)
            last_heading = len(out) - 1 if piece.is_heading else last_heading
            if _is_long_text(piece):
                opened = [half for half in opened if not same_size(half[1].last.size, piece.last.size)]
        if _may_go_on(piece, setting):
            opened = [*opened, (len(out) - 1, piece)][-_OPEN_AT_ONCE:]
    return out


def _is_long_text(piece: Piece) -> bool:
    """Whether this is a paragraph after which an older one of its size has no second half any more."""
    return len(piece.lines) >= _LONG and not piece.cells and not captions.opens_caption(piece.lines[0].text)


def _may_go_on(piece: Piece, setting: Typesetting) -> bool:
    """Whether this is running text without an end. A heading has no end either, but nothing to go on with."""
    if piece.cells or piece.is_heading or captions.opens_caption(piece.lines[0].text):
        return False
    if captions.is_complete(piece.last.text) or captions.is_keywords(piece.lines[0].text) or len(piece.last.text) < 20:
        return False
    return setting.is_body(piece.lines[0]) or len(piece.lines) > 2 or piece.is_in_references


def _is_second_half(half: tuple[int, Piece], second: Piece, now: int, last_heading: int, setting: Typesetting) -> bool:
    """Whether the piece goes on with a half that stands at a place of those found; `now` is its own place."""
    place, last, line = half[0], half[1].last, second.lines[0]
    if second.cells or second.is_heading or not same_size(last.size, line.size) or line.is_bold != last.is_bold:
        return False
    if now - place < 2 and line.page == last.page and line.base < last.base:
        return False  # directly below: judged already
    if captions.opens_caption(line.text) or line.page < last.page:
        return False
    if _goes_on_surely(last, line):
        return now - place <= _FARTHEST and line.page - last.page <= _FARTHEST_PAGES
    is_near = now - place <= _NEAR and place > last_heading
    return is_near and line.page - last.page <= 1 and _goes_on(last, line, setting)
