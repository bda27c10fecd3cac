"""The archive: every paper issued or received, where it was filed, to whom it was sent."""

from sandbox.documents.filing import incoming, joining

__all__ = ["incoming", "joining"]
