"""What the commercial screens read."""
