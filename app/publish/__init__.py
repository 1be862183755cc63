"""Rules that turn summaries into a website, single pages or JSON.

Only `write`, `staging` and `journal` change a disk.
"""
