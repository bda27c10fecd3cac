"""A look at solvency is called for where credit is about to be given."""

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.crm.models import Customer
from sandbox.erp.models.insolvency import Insolvency, Proceedings
from sandbox.erp.services import LineDraft, consult_outstanding, draw_up_quote, receive_order
from sandbox.erp.services.insolvency import publish_insolvency
from sandbox.erp.services.solvency import open_solvency
from tests.factories.world import World

DESK = [LineDraft(product="MOB-001", quantity=1)]
CALL = "renseignez-vous avant de vous engager"


def published(ctx: Context, customer: Customer) -> Insolvency:
    return publish_insolvency(
        ctx.acting_as("registry"),
        customer,
        proceedings=Proceedings.RECOVERY,
        judged_on=ctx.today(),
        court="Tribunal de commerce de Rennes",
        receiver="Étude Brisemur, mandataire judiciaire",
        street="3 passage du Greffe",
        postcode="35000",
        town="Rennes",
    )


@pytest.mark.parametrize(
    ("mean_order", "called"), [(10_000_000, ""), (0, ""), (1_000, "Montant inhabituel")]
)
def test_an_unusual_quote_and_order_say_so(
    client: FlaskClient, ctx: Context, world: World, mean_order: int, called: str
) -> None:
    world.customer.mean_order = mean_order
    quote = draw_up_quote(ctx, customer=world.customer, lines=DESK)
    order = receive_order(ctx, customer=world.customer, lines=DESK)
    for page in (f"devis/{quote.id}", f"commandes/{order.id}"):
        shown = client.get(f"/parties/{ctx.run.id}/{page}").text
        assert (CALL in shown, called in shown) == (bool(called), True)
        assert f"/clients/{world.customer.id}/solvabilite" in shown


def test_a_new_customer_says_so(client: FlaskClient, ctx: Context, world: World) -> None:
    quote = draw_up_quote(ctx, customer=world.newcomer, lines=DESK)
    shown = client.get(f"/parties/{ctx.run.id}/devis/{quote.id}").text
    assert "Nouveau client" in shown
    assert (CALL in shown) == world.newcomer.business


def test_the_deposit_that_brings_back_under_the_limit_is_said(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    order = receive_order(ctx, customer=world.customer, lines=DESK)
    world.customer.credit_limit = order.gross - 31_000
    consult_outstanding(ctx, world.customer, about=order)
    shown = client.get(f"/parties/{ctx.run.id}/commandes/{order.id}").text
    assert "un acompte de ce montant ramène sous le plafond" in shown
    assert "310,00" in shown


def test_an_agreement_is_asked_from_a_solvency_file_and_from_proceedings(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    files = (open_solvency(ctx, world.customer), published(ctx, world.customer))
    base = f"/parties/{ctx.run.id}/accords/nouveau"
    for found, kind in zip(files, ("credit_limit", "debt_claim"), strict=True):
        form = {"kind": kind, "about": found.reference}
        assert found.reference in client.get(base, query_string=form).text
        told = {"post": "director", "facts": "Voir le dossier.", "recommendation": "Accorder."}
        sent = client.post(base, data=form | told)
        assert sent.status_code == 303, sent.text
        assert client.get(sent.headers["Location"]).status_code == 200
