"""The outstanding of a group: mother and subsidiaries added together once one is looked up."""

from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.queries.credit import group_owed
from sandbox.erp.services import consult_outstanding
from tests.factories.billing import invoiced
from tests.factories.crm import CustomerFactory
from tests.factories.world import World


def test_a_subsidiary_shows_what_the_group_owes(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    invoice = invoiced(ctx, world)
    subsidiary = CustomerFactory(parent_id=world.customer.id)
    found = group_owed(ctx.session, ctx.run.id, subsidiary)
    assert found is not None
    assert [(one.name, owed) for one, owed in found.rows] == [
        (world.customer.name, invoice.balance),
        (subsidiary.name, 0),
    ]
    assert found.total == invoice.balance
    address = f"/parties/{ctx.run.id}/clients/{subsidiary.id}/encours"
    assert "Encours du groupe" not in client.get(address).text
    consult_outstanding(ctx, subsidiary)
    assert "Encours du groupe" in client.get(address).text


def test_a_customer_alone_has_no_group(ctx: Context, world: World) -> None:
    assert group_owed(ctx.session, ctx.run.id, world.customer) is None
