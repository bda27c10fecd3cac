"""Training: home, trainer, help in place, report, journal as it is read."""
