"""Tests of e-invoices: the files and their controls."""
