"""The room's blueprint."""

from flask import Blueprint

bp = Blueprint(
    "documents", __name__, url_prefix="/parties/<int:run_id>", template_folder="templates"
)
