"""Reads the papers of the sample library and writes what was read beside them, so that the first start is quick.

Run it from the checkout when a paper or a reader has changed: `python resources/sample/read_papers.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent / "papers"


def main() -> None:
    """Write one JSON file for each paper."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from app.work.jobs import Token
    from app.work.reading_files import attached, read_file

    for file in sorted(FOLDER.iterdir()):
        if file.suffix != ".json":
            read = read_file(file, Token(), lambda _done, _of: None)
            paper = attached(read, read.file.papers[0], "", has_file=False)
            text = json.dumps(msgspec.to_builtins(paper), ensure_ascii=False, indent=0)
            file.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
