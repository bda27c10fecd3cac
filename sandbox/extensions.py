"""Flask extensions, created unbound; ``create_app`` binds them."""

from typing import Any

from flask_htmx import HTMX
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine

from sandbox.core.orm import Base


class OneDatabaseSession(Session):
    """Flask-SQLAlchemy's session, without choosing a database again for each statement."""

    _bound: Engine | Connection | None = None

    def get_bind(self, *args: Any, **kwargs: Any) -> Engine | Connection:
        """The application's one database."""
        if self._bound is None:
            self._bound = super().get_bind(*args, **kwargs)
        return self._bound


db = SQLAlchemy(
    metadata=Base.metadata,
    session_options={"class_": OneDatabaseSession, "expire_on_commit": False},
)
csrf = CSRFProtect()
htmx = HTMX()
login_manager = LoginManager()
migrate = Migrate(render_as_batch=True, compare_type=True)
