"""Shapes of what is typed on the commercial screens."""
