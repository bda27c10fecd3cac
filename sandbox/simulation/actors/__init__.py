"""Simulated actors: each listens to the journal, and schedules what it will do."""

from sandbox.simulation.actors import bank, carrier, customer, platform, posts, story, supplier

__all__ = ["bank", "carrier", "customer", "platform", "posts", "story", "supplier"]
