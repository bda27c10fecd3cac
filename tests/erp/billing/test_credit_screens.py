"""Credit notes as the learner meets them: reckoned first, issued once, used later."""

from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.erp.models import CreditNote
from sandbox.erp.services.crediting import credit_part
from tests.erp.billing.test_crediting import off, paid
from tests.factories.billing import invoiced
from tests.factories.world import World

__all__ = ["credit_part"]


def typed(kind: str, *, units: str = "", amount: str = "") -> dict[str, str]:
    """What is typed for the first line of the invoice."""
    return {
        "kind": kind,
        "reason": "Prix du devis.",
        "lines-0-position": "1",
        "lines-0-units": units,
        "lines-0-amount": amount,
    }


def address(world: World, invoice_id: int) -> str:
    return f"/parties/{world.run.id}/factures/{invoice_id}/avoir-partiel"


def test_totals_are_shown_before_anything_is_issued(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    invoice = invoiced(ctx, world)
    answer = client.get(address(world, invoice.id), query_string=typed("price", amount="100,00"))
    assert "120,00" in answer.text.replace("\u202f", "")
    assert ctx.session.query(CreditNote).count() == 0


def test_a_credit_note_is_issued_and_seen_on_the_invoice(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    invoice = invoiced(ctx, world)
    answer = client.post(address(world, invoice.id), data=typed("price", amount="100,00"))
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "AV-2026-000001" in page
    assert "Erreur de prix" in page


def test_what_is_typed_wrongly_is_said_and_kept(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    invoice = invoiced(ctx, world)
    for wrong, said in (
        (typed("price", amount="cent"), "cent"),
        (typed("price", amount="9000"), "Il ne reste que"),
        (typed("return", amount="5"), "un nombre d"),
        (typed("return", units="-1"), "quantité"),
        (typed("return"), "sur quelle ligne"),
    ):
        answer = client.post(address(world, invoice.id), data=wrong)
        assert answer.status_code == 422
        assert said in answer.text
        assert "Prix du devis." in answer.text


def test_what_is_left_is_set_against_another_invoice(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    first, other = invoiced(ctx, world), invoiced(ctx, world)
    paid(ctx, world, first)
    note = off(ctx, first, 1, 1000)
    ctx.session.commit()
    listed = client.get(f"/parties/{world.run.id}/avoirs?state=left").text
    assert note.reference in listed
    to = f"/parties/{world.run.id}/avoirs/{note.id}/imputer"
    assert client.post(to, data={"invoice": "x"}).status_code == 404
    assert client.post(to, data={"invoice": str(other.id)}).status_code == 303
    ctx.session.refresh(note)
    assert note.left == 0
