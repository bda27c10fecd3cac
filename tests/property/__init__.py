"""Whatever anybody does, in whatever order, the books of the company tell one story."""
