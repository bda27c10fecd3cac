"""Flask extensions, created unbound; ``create_app`` binds them."""

from flask_htmx import HTMX
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

from sandbox.core.orm import Base

db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})
csrf = CSRFProtect()
htmx = HTMX()
login_manager = LoginManager()
migrate = Migrate(render_as_batch=True, compare_type=True)
