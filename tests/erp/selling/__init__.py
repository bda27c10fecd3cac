"""Tests of the sales desk."""
