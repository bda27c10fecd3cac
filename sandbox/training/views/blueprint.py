"""The room's blueprint: addresses in full, for some of them are in a run and some are not."""

from flask import Blueprint

bp = Blueprint("training", __name__, template_folder="../templates")
