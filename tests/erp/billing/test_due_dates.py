"""The diary of due dates: both ways, cut at each Monday."""

from datetime import date

from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.queries.due_dates import Due, by_week, due_dates
from tests.factories.billing import InvoiceFactory
from tests.factories.world import World

MONDAY, SUNDAY = date(2026, 11, 9), date(2026, 11, 15)


def due(on: date, amount: int) -> Due:
    return Due(on, f"FA-{on:%d}", 1, "Atelier Lumen", amount)


def test_a_week_goes_from_monday_to_sunday_and_adds_up_both_ways() -> None:
    first, second = by_week(
        [due(MONDAY, 1200), due(SUNDAY, -500), due(SUNDAY, 300), due(date(2026, 11, 16), 100)]
    )
    assert (first.first, first.last) == (MONDAY, SUNDAY)
    assert (first.incoming, first.outgoing) == (1500, 500)
    assert (second.incoming, second.outgoing) == (100, 0)


def test_what_is_paid_is_no_longer_due(ctx: Context, world: World) -> None:
    owed = InvoiceFactory(customer=world.customer, product=world.desk, due_on=MONDAY)
    InvoiceFactory(customer=world.customer, product=world.desk, due_on=SUNDAY).balance = 0
    ctx.session.flush()
    [found] = due_dates(ctx.session, ctx.run.id)
    assert (found.reference, found.amount, found.incoming) == (owed.reference, owed.balance, True)


def test_the_screen_tells_the_weeks(client: FlaskClient, ctx: Context, world: World) -> None:
    base = f"/parties/{world.run.id}/echeances"
    assert "Aucune échéance" in client.get(base).text
    owed = InvoiceFactory(customer=world.customer, product=world.desk, due_on=MONDAY)
    ctx.session.commit()
    shown = client.get(base).text
    assert owed.reference in shown
    assert "Semaine du" in shown
