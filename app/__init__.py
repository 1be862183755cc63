"""Plainspoken: write plain-language summaries of medical research and publish them as a website."""

__version__ = "0.1.0"
