"""Rules that turn summaries into a website, single pages or JSON. Only `write` and `journal` touch a disk."""
