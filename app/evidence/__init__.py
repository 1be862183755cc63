"""Rules between a summary and its paper: numbers, passages behind claims, facts the paper gives."""
