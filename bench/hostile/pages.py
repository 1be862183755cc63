"""The pages to look at: unprotected ones that prove the vectors, and the website and page that Plainspoken makes."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from pathlib import Path
from typing import Any

from app.publish.export import files_of
from bench.hostile.texts import hostile_site, hostile_summary

SEARCH = "search/index.html"
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(\s*<?([^)]*?)>?(?:\s+'[^']*')?\s*\)", re.DOTALL)


def unprotected(vector: str) -> list[str]:
    """Pages as a careless program would make them: the text as it is in the body, an attribute, a script, a link."""
    linked = _LINK.sub(lambda found: f'<a href="{found[3]}">{found[2]}</a>', vector)
    linked = re.sub(r"^<((?:java|vb)script:[^>]*)>$", r'<a href="\1">x</a>', linked)
    linked = re.sub(r"^\[x\]: (\S+)\s+\[x\]$", r'<a href="\1">x</a>', linked)
    bodies = (
        vector,
        linked,
        f'<p title="{vector}">x</p>',
        f"<p title='{vector}'>x</p>",
        f"<p title={vector}>x</p>",
        f'<a href="{vector}">x</a>',
        f"<script>var a = '{vector}'</script>",
        f'<script>var a = "{vector}"</script>',
        f"<script>var a = `{vector}`</script>",
        f"<script>/* {vector} */</script>",
    )
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>'
    return [f"{head}{body}</body></html>" for body in dict.fromkeys(bodies)]


def made(vector: str, folder: Path) -> list[str]:
    """Export a site in which the vector stands everywhere, and the page alone; returns the addresses to open.

    The page of the summary comes first. The search page is opened with words of the vector in its field.
    """
    summary, site = hostile_summary(vector), hostile_site(vector)
    files = [*files_of("site", [summary], site), *files_of("html", [summary], site)]
    for name, content in files:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    shown = [name for name, _ in files if name.endswith((".html", ".xml", ".json")) and "schema" not in name]
    words = sorted(set(re.findall(r"[a-z]{4,}", vector.lower())))[:2]
    found = [f"{SEARCH}#q={word}" for word in words]
    return sorted((*shown, *found), key=lambda name: (not name.startswith("research/a-"), name))


def sheet(addresses: list[str]) -> bytes:
    """A page with these pages in frames, so that one visit looks at all of them."""
    frames = "".join(f'<iframe src="{address}" width="600" height="400"></iframe>' for address in addresses)
    return f'<!doctype html><link rel="icon" href="data:,"><title>Pages</title>{frames}'.encode()


class Served:
    """A folder on a loopback address."""

    def __init__(self, home: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(home))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""
