"""Style sheets, scripts, fonts and icons, ours and installed packages', at hashed addresses."""

import gzip
import hashlib
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import NamedTuple

import brotli
from flask import Blueprint, Flask, Response, abort, current_app, request
from markupsafe import Markup

HERE = Path(__file__).parent
STYLES = (
    "tokens.css",
    "controls.css",
    "shell.css",
    "lists.css",
    "records.css",
    "grid.css",
    "inbox.css",
    "report.css",
    "trainer.css",
    "judging.css",
    "small.css",
    "print.css",
)
SCRIPTS = ("app.js", "grid.js", "keys.js", "marking.js")
MIMETYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
FOREVER = "public, max-age=31536000, immutable"
SYMBOL = re.compile(r'<symbol[^>]*?id="([^"]+)".*?</symbol>', re.S)
QUOTED = re.compile(r"""["']([a-z][a-z0-9-]*)["']""")
CSS_ASSET = re.compile(r"url\(asset:([\w.-]+)\)")


class Asset(NamedTuple):
    """One served file: its bytes and the first ten digits of their SHA-256."""

    data: bytes
    digest: str


def package(name: str) -> Path:
    """Return the folder of an installed package without importing it (Django is never loaded)."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"package {name} is not installed")
    return Path(spec.submodule_search_locations[0])


def _installed(name: str, path: str) -> Callable[[], bytes]:
    return lambda: (package(name) / "static" / path).read_bytes()


def _ours(names: tuple[str, ...]) -> bytes:
    return b"\n".join((HERE / "static" / name).read_bytes() for name in names)


def _style() -> bytes:
    """Join our style sheets; `url(asset:NAME)` becomes a hashed address relative to the sheet."""
    text = _ours(STYLES).decode()
    return CSS_ASSET.sub(lambda found: f"url(../{_digest(found[1])}/{found[1]})", text).encode()


def icon_symbols() -> dict[str, str]:
    """Return every symbol of Bootstrap Icons by its name."""
    sprite = package("flask_bootstrap") / "static/bootstrap5/icons/bootstrap-icons.svg"
    return {found[1]: found[0] for found in SYMBOL.finditer(sprite.read_text(encoding="utf-8"))}


def _sprite() -> bytes:
    """Keep the symbols whose name is written between quotes somewhere in our templates or code."""
    symbols = icon_symbols()
    sources = [*HERE.rglob("*.html"), *HERE.rglob("*.py")]
    words = {word for file in sources for word in QUOTED.findall(file.read_text(encoding="utf-8"))}
    kept = "".join(symbols[name] for name in sorted(words & symbols.keys()))
    return f'<svg xmlns="http://www.w3.org/2000/svg">{kept}</svg>'.encode()


INTER = "unfold/fonts/inter/"
ALLOWED: dict[str, Callable[[], bytes]] = {
    "bootstrap.css": _installed("flask_bootstrap", "bootstrap5/css/bootstrap.min.css"),
    "htmx.js": _installed("django_htmx", "django_htmx/htmx-2.min.js"),
    "inter-400.woff2": _installed("unfold", INTER + "Inter-Regular.woff2"),
    "inter-600.woff2": _installed("unfold", INTER + "Inter-SemiBold.woff2"),
    "icons.svg": _sprite,
    "app.css": _style,
    "app.js": lambda: _ours(SCRIPTS),
}
_lock = RLock()
_built: dict[str, Asset] = {}
_packed: dict[tuple[str, str], bytes] = {}


def build(name: str) -> Asset:
    """Return the asset of this name, built once per process; `KeyError` outside the allow-list."""
    with _lock:
        if name not in _built:
            data = ALLOWED[name]()
            _built[name] = Asset(data, hashlib.sha256(data).hexdigest()[:10])
        return _built[name]


def _digest(name: str) -> str:
    return build(name).digest


def packed(name: str, encoding: str) -> bytes:
    """Return the asset's bytes in this content encoding (`br`, `gzip` or none), packed once."""
    data = build(name).data
    with _lock:
        key = (name, encoding)
        if key not in _packed:
            _packed[key] = _pack(data, encoding)
        return _packed[key]


def _pack(data: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(data, quality=5))
    if encoding == "gzip":
        return gzip.compress(data, compresslevel=5, mtime=0)
    return data


def forget() -> None:
    """Drop what was built, so that an edited style sheet shows at the next request."""
    with _lock:
        _built.clear()
        _packed.clear()


def asset(name: str) -> str:
    """Return the hashed address of an allowed asset."""
    return f"/r/{_digest(name)}/{name}"


def icon(name: str, css: str = "") -> Markup:
    """Return a decorative icon; the text beside it, or the button's label, says what it means."""
    return Markup(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
    ).format(f"ic {css}".strip(), asset("icons.svg"), name)


def accepted_encoding(name: str, accept: str) -> str:
    """Choose the content encoding of an answer; fonts are already compressed."""
    if name.endswith(".woff2"):
        return ""
    offered = {part.split(";")[0].strip() for part in accept.split(",")}
    return next((encoding for encoding in ("br", "gzip") if encoding in offered), "")


assets = Blueprint("assets", __name__)


@assets.before_app_request
def _refresh() -> None:
    if current_app.debug:
        forget()


@assets.get("/r/<digest>/<name>")
def serve(digest: str, name: str) -> Response:
    """Serve an allowed asset; only its true hash may be kept for ever."""
    if name not in ALLOWED:
        abort(404)
    encoding = accepted_encoding(name, request.headers.get("Accept-Encoding", ""))
    response = Response(packed(name, encoding), mimetype=MIMETYPES[Path(name).suffix])
    response.headers["Cache-Control"] = FOREVER if digest == _digest(name) else "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


# Everybody sees the style sheets, signed in or not: the guard of the shell reads this mark.
serve.is_public = True  # type: ignore[attr-defined]


def register(app: Flask) -> None:
    """Serve the assets, and let templates name them."""
    app.register_blueprint(assets)
    app.jinja_env.globals.update(asset=asset, icon=icon)
