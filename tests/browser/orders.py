"""Orders that wait at the learner's desk when the story begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from sandbox.accounts.services import by_login
from sandbox.core.context import Context, open_context
from sandbox.core.database import writing
from sandbox.core.run import Run
from sandbox.crm.models import Customer
from sandbox.erp.models import Order
from sandbox.erp.services import choose_carrier, confirm_order, prepare_delivery, ship
from sandbox.erp.services.checking import receive_order
from sandbox.erp.services.lines import LineDraft
from sandbox.extensions import db
from sandbox.supply.models import Carrier
from tests.browser.conftest import application, at_work, copy_of, serving
from tests.browser.desk import LEARNER

CUSTOMER, NAME = "CLI-0006", "Clinique des Ormes"


@contextmanager
def desk_with(demo_class: Path, folder: Path, *shipped: bool) -> Iterator[str]:
    """Address of a class whose first learner has as many orders, some of them gone already."""
    app = application(copy_of(demo_class, folder))
    with at_work(app), writing(db.session()) as session:
        learner = by_login(session, LEARNER[0])
        assert learner is not None
        runs = select(Run).where(Run.owner_id == learner.id).order_by(Run.id.desc())
        ctx = open_context(session, session.scalars(runs).first().id)
        for number, gone in enumerate(shipped, start=1):
            _order(ctx, f"BC-{number}", gone=gone)
        session.commit()
    with serving(app) as address:
        yield address


def _order(ctx: Context, number: str, *, gone: bool) -> Order:
    customer = ctx.find(Customer, CUSTOMER)
    key = f"customer:{CUSTOMER}"
    lines = [LineDraft("MOB-009", 3), LineDraft("MOB-007", 2)]
    order = receive_order(
        ctx.acting_as(key), customer=customer, customer_reference=number, lines=lines
    )
    confirm_order(ctx, order)
    if gone:
        delivery = prepare_delivery(ctx, order)
        choose_carrier(ctx, delivery, carrier=ctx.find(Carrier, "TRA-01"))
        ship(ctx, delivery)
    return order
