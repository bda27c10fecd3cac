"""Settings of the installation: environment first, then safe defaults."""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCENARIOS = ROOT / "scenarios"


def secret_key(folder: Path) -> str:
    """The installation's own secret: made at the first start, kept out of the repository."""
    file = folder / "secret_key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_hex(32), encoding="ascii")
        file.chmod(0o600)
    return file.read_text(encoding="ascii").strip()


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
