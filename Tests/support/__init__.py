"""What the tests in Python, the loss test and the benchmarks share: servers that they start and stop."""
