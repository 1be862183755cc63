"""Values: frozen dataclasses without behaviour that needs a disk, a clock, a network or a toolkit."""
