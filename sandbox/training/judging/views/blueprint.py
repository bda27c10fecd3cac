"""The blueprint, and what its screens have in common: who speaks, by which figures."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Blueprint, current_app
from flask_login import current_user

from sandbox.core.money import MINUS
from sandbox.evaluation.judgement.parameters import Parameters, read_parameters
from sandbox.training.judging.stream import Said

bp = Blueprint("judging", __name__, template_folder="../templates")


def said() -> Said:
    """Whoever is signed in, now."""
    return Said(current_user.id, datetime.now(UTC))


def parameters() -> Parameters:
    """The figures of this centre."""
    return read_parameters(Path(current_app.instance_path) / "evaluation.yaml")


@bp.app_template_filter("coefficient")
def coefficient(value: float | None) -> str:
    """« 0,83 »; a dash where the figure is not defined."""
    return "—" if value is None else f"{value:.2f}".replace(".", ",").replace("-", MINUS)
