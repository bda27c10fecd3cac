"""The twelve months before a run: drawn from a recipe, never written by hand."""
