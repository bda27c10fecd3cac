"""How Alembic reaches the application's database and tables."""

from alembic import context
from flask import current_app

from sandbox.accounts import models as accounts
from sandbox.core.orm import Base
from sandbox.crm import models as crm
from sandbox.documents import models as documents
from sandbox.erp import models as erp
from sandbox.journal import models as journal
from sandbox.simulation import models as simulation
from sandbox.supply import models as supply

ROOMS = (accounts, crm, documents, erp, journal, simulation, supply)


def run() -> None:
    """Migrate the database of the current application, in one transaction."""
    database = current_app.extensions["migrate"].db
    with database.engine.connect().execution_options(writing=True) as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
