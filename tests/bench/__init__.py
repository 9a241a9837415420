"""Benchmarks: `python -m tests.bench [NAME ...]` prints figures beside their targets. They are no tests and time nothing in the suite."""
