"""Small PDFs made by hand for the tests: words at places in one standard font, and files that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
_UNKNOWN = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <01> <0001> <02> <E00A> endbfchar endcmap end end"""
"""What the third font draws as A and B stands for a control character and a private one."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text at a place, in points. `code` writes a sign by its number where `text` has none."""

    left: float
    base: float
    text: str
    size: float = 10.0
    font: str = "F1"
    rise: float = 0.0


def column(left: float, top: float, *lines: str, size: float = 10.0, pitch: float = 12.0) -> list[Words]:
    """Lines below one another. A line that begins with spaces is indented by as many quarters of its size."""
    return [
        Words(left + (len(line) - len(line.lstrip(" "))) * size / 4, top - place * pitch, line.lstrip(" "), size)
        for place, line in enumerate(lines)
    ]


def pdf(*pages: list[Words], title: str = "", picture: bool = False, locked: bool = False) -> bytes:
    """A PDF of these pages. `locked` asks for a password; `picture` draws a grey picture on each page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (10 + 2 * place) for place in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 2 /Widths [600 600]"
        b" /Encoding << /Type /Encoding /Differences [1 /A /B] >> /ToUnicode 9 0 R >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\x80\nendstream",
        b"<< /Title (%s) >>" % title.encode("latin-1"),
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_UNKNOWN), _UNKNOWN),
    ]
    for place, words in enumerate(pages):
        drawing = _drawing(words, picture)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources"
            b" << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /X 6 0 R >> >> >>"
            % (WIDTH, HEIGHT, 11 + 2 * place)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
    return _file(objects, locked)


def _drawing(words: list[Words], picture: bool) -> bytes:
    parts = [b"q 400 0 0 500 100 100 cm /X Do Q"] if picture else []
    for word in words:
        text = word.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = b"1 0 0 1 %.2f %.2f Tm" % (word.left, word.base + word.rise)
        parts.append(b"BT /%s %.2f Tf %s (%s) Tj ET" % (word.font.encode(), word.size, place, text))
    return b"\n".join(parts)


def _file(objects: list[bytes], locked: bool) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b" /Encrypt 8 0 R /ID [<00> <00>]" if locked else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        lock,
        start,
    )
    return bytes(out)
