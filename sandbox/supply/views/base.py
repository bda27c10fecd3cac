"""The room's blueprint, and how its short forms are read."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from flask import Blueprint, Response, request

from sandbox.core.errors import DomainError
from sandbox.supply import queries, wording
from sandbox.supply.forms import MOST_UNITS
from sandbox.web import page

bp = Blueprint(
    "supply", __name__, url_prefix="/parties/<int:run_id>", template_folder="../templates"
)
Choice = TypeVar("Choice", bound=StrEnum)


class NotReadable(DomainError):
    """Something typed in a short form cannot be read."""

    message = "{what}"


@bp.context_processor
def _words() -> dict[str, Any]:
    return {"say": wording.LABELS, "kinds": wording.MOVES}


def asked() -> dict[str, Any]:
    """What a list was asked for: search, filter, order, page."""
    texts = {name: request.args.get(name, "") for name in ("q", "state", "sort")}
    return texts | {"number": page_number()}


def page_number() -> int:
    """The page asked for, from 1."""
    return max(request.args.get("page", 1, type=int), 1)


def listing(
    template: str, found: queries.Page, asked: Mapping[str, Any], **values: Any
) -> Response:
    """A list that keeps what it was asked for."""
    kept = {name: asked[name] for name in ("q", "state") if asked.get(name)}
    args = kept | ({"sort": asked["sort"]} if asked.get("sort") else {})
    return page(template, found=found, kept=kept, args=args, **asked, **values)


def units_in(name: str, label: str = "La quantité") -> int:
    """Units typed in a short form; raises NotReadable."""
    typed = request.form.get(name, "").strip().replace("\u202f", "").replace(" ", "")
    if not typed.isdecimal() or len(typed) > 9 or int(typed) > MOST_UNITS:
        raise NotReadable(what=f"{label} doit être un nombre entier, de 0 à {MOST_UNITS}.")
    return int(typed)


def day_in(name: str, label: str = "La date") -> date:
    """A day typed in a short form; raises NotReadable."""
    try:
        return date.fromisoformat(request.form.get(name, ""))
    except ValueError as error:
        raise NotReadable(what=f"{label} est illisible : choisissez un jour.") from error


def choice_in(name: str, kind: type[Choice], label: str) -> Choice:
    """A choice made in a short form; raises NotReadable."""
    try:
        return kind(request.form.get(name, ""))
    except ValueError as error:
        raise NotReadable(what=f"{label} manque : choisissez dans la liste.") from error
