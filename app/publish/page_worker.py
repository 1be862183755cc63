"""The process that makes research pages beside the program: summaries come in by standard input, files go out.

It speaks with `app.publish.workers` alone, in pickles of our own values. It ends when nothing more comes in; on any
fault it just ends, and the program makes the pages itself and says what is wrong.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys

from app.publish.research import research_part
from app.text.glossary import Explanations


def main() -> int:
    """Answer each bundle of summaries with their parts."""
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    gc.set_threshold(100_000, 50, 100)  # pages make few circles: looking for them took a third of the time
    try:
        site, terms = pickle.load(asked)
        glossary = Explanations(terms)
        while True:
            bundle = pickle.load(asked)
            pickle.dump(
                [research_part(name, key, source, site, glossary) for name, key, source in bundle],
                answers,
                pickle.HIGHEST_PROTOCOL,
            )
            answers.flush()
    except EOFError:
        return 0
    except Exception:  # told by the program, which meets the same fault
        os._exit(1)
