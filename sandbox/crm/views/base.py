"""The room's blueprint, and what several of its screens need."""

from typing import Any

from flask import Blueprint, g

from sandbox.core.context import Context
from sandbox.core.setting import Setting, setting_of
from sandbox.crm.labels import channel_icon, channel_label, topic_label
from sandbox.crm.models import Customer
from sandbox.crm.offers import offer_label, read_offer
from sandbox.web import run, session

bp = Blueprint("crm", __name__, url_prefix="/parties/<int:run_id>", template_folder="../templates")


@bp.app_context_processor
def _words() -> dict[str, Any]:
    return {
        "channel_icon": channel_icon,
        "channel_label": channel_label,
        "offer_label": offer_label,
        "read_offer": read_offer,
        "topic_label": topic_label,
    }


def current_setting() -> Setting:
    """Company and procedures of the run."""
    return setting_of(session(), run().digest)


def plays() -> bool:
    """Whether whoever looks may also act."""
    return bool(g.plays)


def named(ctx: Context, reference: str | None) -> Customer | None:
    """The customer of this reference, if one is given; raises NotFound."""
    return ctx.find(Customer, reference) if reference else None
