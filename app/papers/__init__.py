"""Rules that bring text in: published pages, pasted text and styled paste. No network, no disk."""
