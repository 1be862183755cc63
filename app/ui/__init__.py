"""What a writer sees."""

from app.ui.overrides import outlive_faults

outlive_faults()
