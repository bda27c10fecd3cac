"""Assembly of the web application: its rooms, its guards, its commands."""

import os
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from sandbox import assets, cli, config, errors, extensions, filters, intake, shell
from sandbox.accounts.views import bp as accounts
from sandbox.core.database import prepare
from sandbox.crm.views import bp as crm
from sandbox.documents.outbox import start_worker
from sandbox.documents.views import bp as documents
from sandbox.erp.views import bp as erp
from sandbox.simulation.views import bp as simulation
from sandbox.supply.views import bp as supply
from sandbox.training.judging.views import bp as judging
from sandbox.training.views import bp as training

ROOMS = (accounts, crm, supply, erp, documents, simulation, training, judging)


def assemble(**overrides: object) -> Flask:
    """Assemble the application: the one place where everything meets."""
    instance = Path(os.environ.get("COMPTOIR_INSTANCE", config.ROOT / "instance"))
    app = Flask("sandbox", static_folder=None, instance_path=str(instance))
    app.config.from_mapping(config.defaults(instance) | overrides)
    extensions.db.init_app(app)
    extensions.migrate.init_app(app, extensions.db, str(config.ROOT / "migrations"))
    extensions.csrf.init_app(app)
    extensions.htmx.init_app(app)
    extensions.login_manager.init_app(app)
    if app.config["TRUST_PROXY"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_host=1)  # type: ignore[method-assign]
    with app.app_context():
        prepare(extensions.db.engine)
    intake.register(app)
    filters.register(app)
    assets.register(app)
    shell.register(app)
    errors.register(app)
    cli.register(app)
    for room in ROOMS:
        app.register_blueprint(room)
    start_worker(app)
    return app
