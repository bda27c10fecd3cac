"""People, classes, and the door."""
