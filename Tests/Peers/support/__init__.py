"""What the peer tests, the loss test and the benchmarks share: servers that they start and stop."""
