"""An early payment discount taken in time: a payment, a credit note, an invoice settled."""

import pytest
from flask.testing import FlaskClient

from sandbox.core import ledger
from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.erp.entries import entry_of_note
from sandbox.erp.errors.billing import OtherCustomer
from sandbox.erp.errors.crediting import MustBeWhole
from sandbox.erp.errors.early import NoEarlyPayment, NotTheirDeduction, PaidTooLate
from sandbox.erp.models import CreditKind, CreditLineDraft, CreditNote, Invoice, Payment
from sandbox.erp.queries.crediting import notes_on
from sandbox.erp.services import grant_early_payment, paying
from sandbox.erp.services.crediting import credit_part
from tests.documents.test_issuing_credits import accepted, each_form, frozen
from tests.factories.billing import BankLineFactory, invoiced, recorded, shipped
from tests.factories.world import World
from tests.supply.journal import said

TERMS = {"early_payment": 200, "early_payment_days": 8, "carriage": 4500}
# Two desks and three books: 498.00 and 71.10, of which two per cent are 9.96 and 1.42, and VAT.
OFF = 1138 + 199 + 8


def agreed(ctx: Context, world: World, **terms: object) -> Invoice:
    return invoiced(ctx, world, recorded(ctx, world, **(terms or TERMS)))


def came(ctx: Context, world: World, amount: int, day: int = 6) -> Payment:
    line = BankLineFactory(amount=amount, at=paris(2026, 11, day, 9))
    return paying.record_payment(ctx, line, customer=world.customer)


def test_goods_are_discounted_and_the_invoice_is_settled(ctx: Context, world: World) -> None:
    invoice = agreed(ctx, world)
    payment = came(ctx, world, invoice.gross - OFF)
    note = grant_early_payment(ctx, payment, invoice=invoice)
    assert (note.net, note.vat, note.gross) == (1138, 207, OFF)
    assert note.reason.replace("\u00a0", " ") == "Escompte de 2 % pour paiement sous 8 jours."
    assert (invoice.balance, payment.left, note.left) == (0, 0, 0)
    assert (invoice.paid, invoice.credited_amount) == (payment.amount, OFF)
    [(_, payload)] = said(ctx, "credit_note.issued")
    assert (payload["kind"], payload["gross"]) == ("early_payment", OFF)
    [(_, payload)] = said(ctx, "payment.reconciled")
    assert (payload["amount"], payload["left"]) == (payment.amount, 0)


def test_it_is_a_financial_charge(ctx: Context, world: World) -> None:
    invoice = agreed(ctx, world)
    note = grant_early_payment(ctx, came(ctx, world, invoice.gross - OFF), invoice=invoice)
    assert entry_of_note(note, invoice, ()) == (
        ledger.Posting(ledger.EARLY_PAYMENT, debit=1138),
        ledger.Posting(ledger.VAT, debit=207),
        ledger.Posting(ledger.CUSTOMERS, credit=OFF),
    )


@each_form
def test_its_credit_note_passes_every_control(ctx: Context, world: World, form) -> None:
    invoice = agreed(ctx, world)
    grant_early_payment(ctx, came(ctx, world, invoice.gross - OFF), invoice=invoice)
    paper = frozen(ctx, "credit_note")
    assert [line.label for line in paper.lines] == [
        "Escompte : Bureau droit",
        "Escompte : Guide ergonomie",
    ]
    assert accepted(form(paper))


def test_what_is_refused(ctx: Context, world: World) -> None:
    invoice = agreed(ctx, world)
    for refusal, amount, day in (
        (PaidTooLate, invoice.gross - OFF, 11),
        (NotTheirDeduction, invoice.gross - OFF - 1, 6),
        (NotTheirDeduction, invoice.gross, 6),
    ):
        with pytest.raises(refusal):
            grant_early_payment(ctx, came(ctx, world, amount, day), invoice=invoice)
    plain = agreed(ctx, world, carriage=0)
    with pytest.raises(NoEarlyPayment):
        grant_early_payment(ctx, came(ctx, world, plain.gross - 100), invoice=plain)
    line = BankLineFactory(amount=100)
    other = paying.record_payment(ctx, line, customer=world.newcomer)
    with pytest.raises(OtherCustomer):
        grant_early_payment(ctx, other, invoice=invoice)
    assert not notes_on(ctx.session, invoice)


def test_a_discount_of_less_than_a_cent_is_none(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    order = recorded(ctx, world, (world.book, 1), early_payment=1, early_payment_days=8)
    invoice = invoiced(ctx, world, order)
    with pytest.raises(NoEarlyPayment):
        grant_early_payment(ctx, came(ctx, world, invoice.gross - 1), invoice=invoice)
    ctx.session.commit()
    for screen in ("reglements", f"factures/{invoice.id}/ecritures"):
        assert client.get(f"/parties/{world.run.id}/{screen}").status_code == 200


def test_the_draft_of_the_invoice_says_it(ctx: Context, world: World, client: FlaskClient) -> None:
    notes = [
        shipped(ctx, world, recorded(ctx, world, (world.lamp, 1), **terms)) for terms in (TERMS, {})
    ]
    ctx.session.commit()
    said = [
        client.get(f"/parties/{world.run.id}/expeditions/{note.id}/facture").text.replace(
            "\u00a0", " "
        )
        for note in notes
    ]
    assert "Escompte de 2 % des articles pour un paiement sous 8 jours" in said[0]
    assert "Pas d’escompte en cas de paiement anticipé" in said[1]


def test_it_is_not_written_by_hand(ctx: Context, world: World) -> None:
    drafts = [CreditLineDraft(position=1, amount=100)]
    with pytest.raises(MustBeWhole):
        credit_part(
            ctx, agreed(ctx, world), kind=CreditKind.EARLY_PAYMENT, lines=drafts, reason="Escompte"
        )


def test_it_is_offered_beside_the_payment_that_it_fits(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    invoice = agreed(ctx, world)
    fits, short = came(ctx, world, invoice.gross - OFF), came(ctx, world, invoice.gross - OFF - 1)
    ctx.session.commit()
    page = client.get(f"/parties/{world.run.id}/reglements").text
    at = f"/parties/{world.run.id}/reglements/{{}}/escompte/{invoice.id}"
    assert at.format(fits.id) in page
    assert at.format(short.id) not in page
    answer = client.post(at.format(short.id))
    assert (answer.status_code, "lettrez, puis réclamez" in answer.text) == (422, True)
    assert client.post(at.format(fits.id)).status_code == 303
    assert ctx.session.query(CreditNote).one().gross == OFF
    assert "Escompte pris au paiement" in client.get(f"/parties/{world.run.id}/avoirs").text
