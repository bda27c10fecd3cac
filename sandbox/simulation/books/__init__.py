"""The books at the start of a run: what was sold, bought, paid and claimed before."""
