"""Money that goes the other way: matched in error, in a wrong name, unpaid, too much."""

import pytest
from flask.testing import FlaskClient

from sandbox.core import ledger
from sandbox.core.cfonb import read_statement
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import BadAmount
from sandbox.erp.errors.returning import (
    AlreadyReturned,
    CashAboveCeiling,
    CashForALargerDebt,
    NothingToReturn,
    NotMatchedThere,
    NotThatPayment,
    NotUnpaid,
    SamePayer,
    StillMatched,
    TakenBack,
)
from sandbox.erp.errors.selling import MissingReason
from sandbox.erp.models import Invoice, Payment, PlatformStatus
from sandbox.erp.queries.accounting import pieces
from sandbox.erp.services import issue_credit_note, paying, returning
from sandbox.journal import record
from sandbox.journal.payloads import ColleagueAlerted
from sandbox.journal.recording import write_entries
from tests.factories.billing import BankLineFactory, InvoiceFactory, invoiced, recorded
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said


def owed(world: World) -> Invoice:
    return InvoiceFactory(customer=world.customer, product=world.desk)


def paid(ctx: Context, world: World, amount: int | None = None) -> tuple[Invoice, Payment]:
    """An invoice, and the payment that settles it."""
    invoice = owed(world)
    line = BankLineFactory(amount=amount or invoice.balance)
    payment = paying.record_payment(ctx, line, customer=world.customer)
    paying.reconcile(ctx, payment, invoice=invoice)
    ctx.session.flush()
    return invoice, payment


def test_what_is_unmatched_is_owed_again(ctx: Context, world: World) -> None:
    invoice, payment = paid(ctx, world)
    returning.unmatch(ctx, payment, invoice=invoice, reason="Mauvaise facture.")
    assert (invoice.balance, payment.left) == (invoice.gross, payment.amount)
    assert invoice.platform_status == PlatformStatus.DEPOSITED
    [(reference, payload)] = said(ctx, "payment.unmatched")
    assert (reference, payload["left"]) == (payment.reference, invoice.gross)
    paying.reconcile(ctx, payment, invoice=invoice)
    assert invoice.balance == 0


def test_only_what_was_matched_is_unmatched_and_for_a_reason(ctx: Context, world: World) -> None:
    invoice, payment = paid(ctx, world)
    with pytest.raises(MissingReason):
        returning.unmatch(ctx, payment, invoice=invoice, reason=" ")
    with pytest.raises(NotMatchedThere):
        returning.unmatch(ctx, payment, invoice=owed(world), reason="Erreur.")


def test_a_payment_changes_hands_once_it_is_unmatched(ctx: Context, world: World) -> None:
    invoice, payment = paid(ctx, world)
    other: Customer = CustomerFactory()
    with pytest.raises(StillMatched):
        returning.correct_payer(ctx, payment, customer=other)
    returning.unmatch(ctx, payment, invoice=invoice, reason="Autre client.")
    with pytest.raises(SamePayer):
        returning.correct_payer(ctx, payment, customer=world.customer)
    returning.correct_payer(ctx, payment, customer=other)
    assert payment.customer_id == other.id


def test_an_unpaid_item_makes_its_invoices_due_again(ctx: Context, world: World) -> None:
    invoice, payment = paid(ctx, world)
    line = returning.return_unpaid(ctx.acting_as("bank"), payment, why="PROVISION")
    assert line.amount == -payment.amount
    with pytest.raises(TakenBack):
        paying.record_payment(ctx, line, customer=world.customer)
    returning.record_return(ctx, line, payment=payment)
    assert (invoice.balance, payment.left, payment.returned) == (invoice.gross, 0, True)
    [(_, payload)] = said(ctx, "payment.returned")
    assert payload["invoices"] == [invoice.reference]
    assert line.recorded
    with pytest.raises(AlreadyReturned):
        returning.return_unpaid(ctx, payment, why="PROVISION")


@pytest.mark.parametrize(("amount", "refusal"), [(500, NotUnpaid), (-500, NotThatPayment)])
def test_an_unpaid_item_is_one_whole_payment(
    ctx: Context, world: World, amount: int, refusal: type[DomainError]
) -> None:
    _, payment = paid(ctx, world)
    with pytest.raises(refusal):
        returning.record_return(ctx, BankLineFactory(amount=amount), payment=payment)


def test_the_bank_names_the_payment_that_it_takes_back(ctx: Context, world: World) -> None:
    _, first = paid(ctx, world)
    _, second = paid(ctx, world)
    assert first.amount == second.amount
    line = returning.return_unpaid(ctx.acting_as("bank"), first, why="PROVISION")
    with pytest.raises(NotThatPayment):
        returning.record_return(ctx, line, payment=second)
    assert not line.recorded


def test_what_was_paid_in_excess_is_given_back(ctx: Context, world: World) -> None:
    _, payment = paid(ctx, world, amount=owed(world).gross + 5000)
    assert payment.left == 5000
    with pytest.raises(NothingToReturn):
        returning.refund(ctx, payment, amount=5001)
    made = returning.refund(ctx, payment)
    assert (made.reference, made.amount, payment.left) == ("RMB-2026-000001", 5000, 0)
    assert cautions(ctx) == ["RefundNotAgreed"]
    with pytest.raises(BadAmount):
        returning.refund(ctx, payment)


def test_a_refund_of_which_the_accounts_were_told_needs_no_warning(
    ctx: Context, world: World
) -> None:
    _, payment = paid(ctx, world, amount=owed(world).gross + 5000)
    for post, told in (("director", ["RefundNotAgreed"]), ("accounting", [])):
        record(ctx, "MSG-1", ColleagueAlerted(post, "payment", None, payment.reference, None))
        write_entries(ctx)
        ctx.scratch.cautions.clear()
        returning.refund(ctx, payment, amount=100)
        assert cautions(ctx) == told


def test_a_credit_note_is_given_back_when_nothing_is_owed(ctx: Context, world: World) -> None:
    ctx.session.flush()
    invoice = ctx.get(Invoice, owed(world).id)
    note = issue_credit_note(ctx, invoice, reason="Erreur")
    note.left = 2000
    returning.refund_credit_note(ctx, note, amount=1500)
    assert note.left == 500


def test_cash_stops_where_the_law_says(ctx: Context, world: World) -> None:
    line = BankLineFactory(amount=100_001)
    with pytest.raises(CashAboveCeiling):
        paying.record_payment(ctx, line, customer=world.customer, method="cash")
    assert not line.recorded
    line = BankLineFactory(amount=100_000)
    assert paying.record_payment(ctx, line, customer=world.customer, method="cash").method == "cash"


def test_a_larger_debt_is_not_paid_in_cash_bit_by_bit(ctx: Context, world: World) -> None:
    large = invoiced(ctx, world, recorded(ctx, world, (world.desk, 4)))
    small = invoiced(ctx, world, recorded(ctx, world, (world.lamp, 1)))
    line = BankLineFactory(amount=50_000)
    payment = paying.record_payment(ctx, line, customer=world.customer, method="cash")
    with pytest.raises(CashForALargerDebt):
        paying.reconcile(ctx, payment, invoice=large)
    with pytest.raises(CashForALargerDebt):
        paying.reconcile_together(ctx, payment, invoices=[small, large])
    paying.reconcile(ctx, payment, invoice=small)
    assert (large.balance, small.balance) == (large.gross, 0)


def test_the_bank_journal_tells_both_ways(ctx: Context, world: World) -> None:
    _, payment = paid(ctx, world)
    line = returning.return_unpaid(ctx.acting_as("bank"), payment, why="PROVISION")
    returning.record_return(ctx, line, payment=payment)
    ctx.session.flush()
    today = ctx.today()
    found = pieces(ctx.session, ctx.run.id, today.replace(day=1), today)
    moved = [
        line.debit - line.credit
        for piece in found
        for line in piece.entry
        if line.account == ledger.BANK
    ]
    assert sum(moved) == 0
    assert moved


def test_the_screen_of_payments_puts_things_right(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    invoice, payment = paid(ctx, world)
    paying.consult_bank(ctx)
    returning.return_unpaid(ctx.acting_as("bank"), payment, why="PROVISION")
    paying.consult_bank(ctx)
    ctx.session.commit()
    base = f"/parties/{world.run.id}/reglements"
    shown = client.get(base).text
    assert "Enregistrer l’impayé" in shown
    assert "Délettrer" in shown
    undo = f"{base}/{payment.id}/delettrer/{invoice.id}"
    assert client.post(undo, data={"reason": ""}).status_code == 422
    assert client.post(undo, data={"reason": "Erreur"}).status_code == 303
    assert client.post(f"{base}/{payment.id}/rembourser", data={"amount": "x"}).status_code == 422
    assert client.post(f"{base}/{payment.id}/rembourser", data={"amount": "1"}).status_code == 303


def test_the_bank_file_holds_what_was_seen_of_the_month(
    ctx: Context, world: World, client: FlaskClient
) -> None:
    line = BankLineFactory(amount=30_252, label="VIR SEPA FA-2026-000001")
    ctx.session.commit()
    address = f"/parties/{world.run.id}/reglements/releve-bancaire"
    assert read_statement(client.get(address).text).movements == ()
    paying.consult_bank(ctx)
    ctx.session.commit()
    answer = client.get(address)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="releve-2026-11-02.txt"'
    stated = read_statement(answer.text)
    told = [(each.reference, each.amount) for each in stated.movements]
    assert (told, stated.new, stated.gap) == ([(line.reference, 30_252)], 30_252, 0)
    assert "Fichier de la banque" in client.get(f"/parties/{world.run.id}/reglements").text
    read = client.get(
        f"/parties/{world.run.id}/calculettes/releve-bancaire", query_string={"text": answer.text}
    )
    assert "le compte est juste" in read.text
    wrong = client.get(
        f"/parties/{world.run.id}/calculettes/releve-bancaire", query_string={"text": "04 rien"}
    )
    assert wrong.status_code == 422
    assert "Ligne 1" in wrong.text
