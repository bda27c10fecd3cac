"""Screens around the company: home, trainer, procedures, help, report, journal, search."""

from sandbox.training.views.blueprint import bp
from sandbox.training.views.cockpit import trainer
from sandbox.training.views.desk import procedures
from sandbox.training.views.home import guide
from sandbox.training.views.search import palette

__all__ = ["bp", "guide", "palette", "procedures", "trainer"]
