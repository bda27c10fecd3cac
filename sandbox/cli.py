"""Commands of the installation: each room brings its own."""

from flask import Flask

import sandbox.training.einvoice_export  # noqa: F401 - it adds « export » to « einvoice »
from sandbox.accounts.commands import accounts_commands
from sandbox.documents.commands import documents_commands
from sandbox.documents.images import documents_image_commands
from sandbox.evaluation.commands import evaluation_commands
from sandbox.journal.commands import journal_commands
from sandbox.simulation.commands import simulation_commands
from sandbox.training.commands import training_commands


def register(app: Flask) -> None:
    """Add every room's commands to ``flask``."""
    rooms = (
        accounts_commands,
        journal_commands,
        simulation_commands,
        documents_commands,
        documents_image_commands,
        evaluation_commands,
        training_commands,
    )
    for commands in rooms:
        for command in commands:
            app.cli.add_command(command)
