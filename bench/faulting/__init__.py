"""Faults made to happen for real, for `bench.faults` and the tests: kills, power cuts, damaged files."""
