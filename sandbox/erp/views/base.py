"""The room's blueprint, and what several of its screens need."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, g, request

from sandbox.core.setting import Setting, setting_of
from sandbox.erp import labels
from sandbox.erp.queries.chain import Document, Link
from sandbox.erp.showing.chain import Stage, chain
from sandbox.web import run, session

bp = Blueprint("erp", __name__, url_prefix="/parties/<int:run_id>", template_folder="../templates")


@bp.context_processor
def _words() -> dict[str, Any]:
    return {
        "QUOTE": labels.QUOTE,
        "ORDER": labels.ORDER,
        "ORDER_CHANNEL": labels.ORDER_CHANNEL,
        "APPROVAL": labels.APPROVAL,
        "APPROVAL_KIND": labels.APPROVAL_KIND,
        "CREDIT_KIND": labels.CREDIT_KIND,
        "plays": bool(g.get("plays")),
        "road": _road,
    }


def _road(document: Document, links: Sequence[Link] | None = None) -> list[Stage]:
    """The affair of a document, as its page shows it: one statement, none if links are known."""
    return chain(session(), current_setting(), document, links)


def current_setting() -> Setting:
    """Company and procedures of the run."""
    return setting_of(session(), run().digest)


def asked() -> dict[str, Any]:
    """What a list is asked for: text, state, sort, page."""
    found: dict[str, Any] = {
        name: request.args.get(name, "").strip() for name in ("q", "state", "sort")
    }
    return found | {"page": max(1, request.args.get("page", 1, type=int))}


def kept(found: dict[str, Any]) -> dict[str, Any]:
    """Arguments that links of a list keep."""
    return {name: value for name, value in found.items() if value and name != "page"}
