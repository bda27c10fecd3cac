"""Shipping, invoicing, cashing in and dunning."""
