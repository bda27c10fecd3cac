"""The pure part of judgement."""
