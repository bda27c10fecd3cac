"""What may come in at all: ids a column can hold, readable text, dates of our time."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Flask, Request, request
from werkzeug.routing import IntegerConverter, Map

from sandbox.core.errors import DomainError

HIGHEST_ID = 2**31 - 1
# Every control character but those that a text area sends (tab, line feed, carriage return).
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_DATE = re.compile(r"([0-9]{4})-[0-9]{2}-[0-9]{2}(?:[T ].*)?")
_YEARS = range(1900, 2200)


class Unreadable(DomainError):
    """Characters that nobody types: no database, PDF or e-invoice would take them."""

    message = "Un caractère illisible s'est glissé dans votre saisie : retapez le texte."


class NotOfOurTime(DomainError):
    """A date so far away that nothing can be reckoned from it."""

    message = "La date « {day} » est hors limites : choisissez une année de 1900 à 2199."


class RowId(IntegerConverter):
    """A number in an address: what no column could hold leads nowhere (404)."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=HIGHEST_ID)


def register(app: Flask) -> None:
    """Number the addresses of the rooms that are added after this."""
    app.url_map.converters["int"] = RowId


def check() -> None:
    """Refuse what cannot be read, before anything is done with it."""
    for text in _texts(request):
        if _UNREADABLE.search(text):
            raise Unreadable
        found = _DATE.fullmatch(text.strip())
        if found and int(found[1]) not in _YEARS:
            raise NotOfOurTime(day=text.strip()[:10])


def _texts(asked: Request) -> Iterator[str]:
    for values in (asked.args, asked.form):
        for name, text in values.items(multi=True):
            yield from (name, text)
    yield from (text for text in (asked.view_args or {}).values() if isinstance(text, str))


def local_path(wanted: str | None) -> str:
    """An address of this site, whatever was asked for."""
    wanted = wanted or "/"
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return "/"
    safe = not parts.scheme and not parts.netloc and wanted.startswith("/")
    odd = wanted.startswith("//") or any(c == "\\" or ord(c) < 32 for c in wanted)
    return wanted if safe and not odd else "/"


def came_from(otherwise: str = "/") -> str:
    """Path of the page of this site that the person was on."""
    try:
        referrer = urlsplit(request.referrer or "")
    except ValueError:
        return otherwise
    if not referrer.path or referrer.netloc != request.host:
        return otherwise
    path = local_path(referrer.path)
    return f"{path}?{referrer.query}" if referrer.query and path != "/" else path
