"""Review copies: a summary sent out with its comments, checks and sources, and what comes back in the Word file."""
