"""What left without being invoiced, and the periodic invoice, as the learner meets them."""

from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.models import Invoice
from tests.erp.billing.test_periodic import two
from tests.factories.world import World


def at(world: World, path: str) -> str:
    return f"/parties/{world.run.id}/{path}"


def test_notes_wait_customer_by_customer_with_what_they_are_worth(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    notes = two(ctx, world)
    ctx.session.commit()
    page = client.get(at(world, "factures/a-etablir")).text
    assert all(note.reference in page for note in notes)
    assert "Facture périodique demandée" in page
    assert page.count('" checked') == 2
    # Two desks with their eco-contribution, three books, five lamps.
    assert "899,80" in page.replace("\u202f", "")


def test_it_is_looked_at_then_issued(ctx: Context, world: World, client: FlaskClient) -> None:
    notes = two(ctx, world)
    ctx.session.commit()
    address = at(world, f"clients/{world.customer.id}/facture-periodique")
    page = client.get(address, query_string={"bons": [note.id for note in notes]}).text
    assert "Facture périodique, brouillon sans numéro" in page
    assert ctx.session.query(Invoice).count() == 0
    answer = client.post(address, data={"bons": ",".join(str(note.id) for note in notes)})
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "Facture périodique" in page
    assert "Livraisons réunies" in page
    assert all(note.reference in page for note in notes)
    assert "Tout est facturé" in client.get(at(world, "factures/a-etablir")).text


def test_what_cannot_be_is_said(ctx: Context, world: World, client: FlaskClient) -> None:
    first, _ = two(ctx, world)
    ctx.session.commit()
    address = at(world, f"clients/{world.customer.id}/facture-periodique")
    alone = client.get(address, query_string={"bons": first.id})
    assert alone.status_code == 422
    assert "au moins deux bons de livraison" in alone.text
    for nonsense in ("abc", "9" * 30, "-1", "1.5,,;"):
        assert client.get(address, query_string={"bons": nonsense}).status_code == 422
    assert client.get(address, query_string={"bons": f"{first.id},999999"}).status_code == 404
    assert client.post(address, data={"bons": ""}).status_code == 422
    assert ctx.session.query(Invoice).count() == 0


def test_the_record_asks_for_it(ctx: Context, world: World, client: FlaskClient) -> None:
    ctx.session.commit()
    address = at(world, f"clients/{world.customer.id}/modifier")
    assert "Facture périodique" in client.get(address).text
    form = {"business": "1", "name": world.customer.name, "terms": "net_30", "country": "FR"}
    client.post(address, data=form | {"monthly_invoice": "y"})
    ctx.session.refresh(world.customer)
    assert world.customer.monthly_invoice
    assert "Une facture par mois" in client.get(at(world, f"clients/{world.customer.id}")).text
    client.post(address, data=form)
    ctx.session.refresh(world.customer)
    assert not world.customer.monthly_invoice
