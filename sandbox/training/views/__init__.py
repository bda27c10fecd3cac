"""Screens around the company: home, class, trainer, procedures, help, report, journal, search."""

from sandbox.training.views.blueprint import bp
from sandbox.training.views.calculators import calculators
from sandbox.training.views.classroom import classroom
from sandbox.training.views.clock import pace
from sandbox.training.views.cockpit import trainer
from sandbox.training.views.conducting import conduct
from sandbox.training.views.desk import procedures
from sandbox.training.views.home import guide
from sandbox.training.views.lists import export_list
from sandbox.training.views.scenarios import scenario
from sandbox.training.views.search import palette
from sandbox.training.views.stirring import stir

__all__ = [
    "bp",
    "calculators",
    "classroom",
    "conduct",
    "export_list",
    "guide",
    "pace",
    "palette",
    "procedures",
    "scenario",
    "stir",
    "trainer",
]
