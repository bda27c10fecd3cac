"""Settings of the installation: environment first, then safe defaults."""

import contextlib
import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCENARIOS = ROOT / "scenarios"
SHORTEST_SECRET = 32


def secret_key(folder: Path) -> str:
    """The installation's own secret: made at the first start, kept out of the repository."""
    file = folder / "secret_key"
    if not file.exists():
        _write_secret(file)
    kept = file.read_text(encoding="ascii").strip()
    if len(kept) < SHORTEST_SECRET:
        raise RuntimeError(f"Le secret de « {file} » est tronqué : supprimez ce fichier, relancez.")
    return kept


def _write_secret(file: Path) -> None:
    """Write a new secret, for its owner alone from the start; the first of several wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        number = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(number, "w", encoding="ascii") as out:
            out.write(secrets.token_hex(32))


def defaults(folder: Path) -> dict[str, Any]:
    """Configuration from ``COMPTOIR_*`` and ``DATABASE_URL``; SQLite in the instance folder."""
    https = os.environ.get("COMPTOIR_HTTPS") == "1"
    return {
        "SECRET_KEY": os.environ.get("COMPTOIR_SECRET_KEY") or secret_key(folder),
        "SQLALCHEMY_DATABASE_URI": database_url(folder),
        "SCENARIOS": SCENARIOS,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A class on plain HTTP must be able to sign in: only an HTTPS installation says Secure.
        "SESSION_COOKIE_SECURE": https,
        "REMEMBER_COOKIE_SECURE": https,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=10),
        "TRUST_PROXY": https,
        "MAX_CONTENT_LENGTH": 4 * 1024 * 1024,
        "MAX_FORM_PARTS": 2000,
        "WTF_CSRF_TIME_LIMIT": None,
        "OUTBOX_THREAD": False,
        "DEMO": False,
    }


def database_url(folder: Path) -> str:
    """Where the data is: ``DATABASE_URL`` (PostgreSQL or SQLite), else a file beside the code."""
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith(("postgres://", "postgresql://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    return url or f"sqlite:///{folder / 'comptoir.db'}"
