"""From findings and human ratings to a proposal, and how far two trainers agree: pure functions."""
