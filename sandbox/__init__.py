"""Comptoir: a teaching company, simulated and evaluated (mini-ERP, CRM and supply chain)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app(**overrides: object) -> "Flask":
    """The web application; rooms stay importable without it (plays, evaluator, shell)."""
    from sandbox.app import assemble

    return assemble(**overrides)
