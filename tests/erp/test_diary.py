"""The diary shows the dates of documents: a quote that expires, a payment promised."""

from datetime import timedelta

from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.models import QuoteStatus
from tests.factories import billing
from tests.factories.erp import QuoteFactory
from tests.factories.world import World


def test_the_diary_shows_quotes_that_expire_and_payments_promised(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    day = ctx.today() + timedelta(days=3)
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1)])
    quote.status, quote.valid_until = QuoteStatus.SENT, day
    bill = billing.invoiced(ctx, world)
    bill.promised_on = day
    ctx.session.commit()
    text = client.get(f"/parties/{world.run.id}/agenda?jour={day}").text
    assert f"Devis à échéance : {world.customer.name}" in text
    assert quote.reference in text
    assert f"Règlement promis : {bill.customer.name}" in text
    assert "Devis à échéance" not in client.get(f"/parties/{world.run.id}/agenda").text
