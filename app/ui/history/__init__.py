"""The panel of kept versions."""
