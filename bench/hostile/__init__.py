"""Texts that try to run a script or to call out, put everywhere a text can stand, and a real browser that looks."""
