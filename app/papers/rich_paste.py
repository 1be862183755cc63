"""What a word processor or a web page puts on the clipboard as clean Markdown: structure stays, styling goes."""

from __future__ import annotations

import re

from app.papers.blocks import markdown_of
from app.papers.html_blocks import blocks_of, document

_STYLING = re.compile(
    r"""\sstyle\s*=|<font\b|\sclass\s*=\s*["']?Mso|<style\b|<u\b|<img\b|\sbgcolor\s*=""", re.IGNORECASE
)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.DOTALL)


def markdown_from_html(source: str) -> tuple[str, bool]:
    """The Markdown of pasted HTML, and whether styling was dropped on the way (colours, fonts, pictures)."""
    source = source.replace("\0", "")
    if fragment := _FRAGMENT.search(source):
        source = fragment[1]
    root = document(source)
    if root is None:
        return "", False
    markdown = markdown_of(blocks_of(root), has_headings=False).replace("\u00a0", " ").replace("\u00ad", "")
    return markdown, bool(_STYLING.search(source))
