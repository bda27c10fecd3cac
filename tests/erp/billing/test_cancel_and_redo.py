"""An invoice is taken back and made anew in one way: the draft of the new one opens."""

import re

from flask.testing import FlaskClient

from sandbox.core.context import Context
from tests.factories.billing import invoiced
from tests.factories.world import World


def test_the_new_invoice_opens_when_it_is_asked_for(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    invoice = invoiced(ctx, world)
    ctx.session.commit()
    address = f"/parties/{world.run.id}/factures/{invoice.id}/avoir"
    answer = client.post(address, data={"reason": "Mauvais SIRET.", "anew": "y"})
    assert answer.location.endswith(f"/expeditions/{invoice.delivery_id}/facture")
    page = client.get(answer.location).text
    assert "brouillon sans numéro" in page
    anew = client.post(f"/parties/{world.run.id}/expeditions/{invoice.delivery_id}/facturer")
    assert anew.status_code == 303


def test_otherwise_one_stays_on_the_invoice(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    invoice = invoiced(ctx, world)
    ctx.session.commit()
    address = f"/parties/{world.run.id}/factures/{invoice.id}/avoir"
    answer = client.post(address, data={"reason": "Mauvais SIRET."})
    assert answer.location.endswith(f"/factures/{invoice.id}")


def test_a_refusal_keeps_what_was_ticked(ctx: Context, world: World, client: FlaskClient) -> None:
    invoice = invoiced(ctx, world)
    ctx.session.commit()
    address = f"/parties/{world.run.id}/factures/{invoice.id}/avoir"
    answer = client.post(address, data={"reason": " ", "anew": "y"})
    assert answer.status_code == 422
    [box] = re.findall(r'<input[^>]*name="anew"[^>]*>', answer.text)
    assert "checked" in box
