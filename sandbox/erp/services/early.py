"""Early payment: what a customer deducts in time, and the credit note that takes its VAT back."""

from sandbox.core.context import Context
from sandbox.core.money import format_euros, format_rate
from sandbox.erp.early import off_invoice, terms_of
from sandbox.erp.errors.billing import AlreadyCredited, NothingLeft, OtherCustomer
from sandbox.erp.errors.early import NoEarlyPayment, NotTheirDeduction, PaidTooLate
from sandbox.erp.errors.returning import CashForALargerDebt
from sandbox.erp.models import CreditNote, Invoice, Payment
from sandbox.erp.queries.crediting import notes_on
from sandbox.erp.queries.periodic import orders_of
from sandbox.erp.services.crediting import issue_note
from sandbox.erp.services.paying import reconcile
from sandbox.journal import use_case
from sandbox.journal.payloads import CreditNoteIssued, InvoiceCashed, PaymentReconciled


@use_case(
    minutes=4,
    emits=(CreditNoteIssued, PaymentReconciled, InvoiceCashed),
    refuses=(
        *(NoEarlyPayment, PaidTooLate, NotTheirDeduction),
        *(OtherCustomer, NothingLeft, AlreadyCredited, CashForALargerDebt),
    ),
)
def grant_early_payment(ctx: Context, payment: Payment, *, invoice: Invoice) -> CreditNote:
    """Set a payment less its escompte against an invoice, and issue the credit note of the rest.

    The discount was agreed with the order, and the money came in within its days; its VAT is taken
    back (CGI art. 272-1). Neither carriage nor eco-contribution is discounted.
    """
    if payment.customer_id != invoice.customer_id:
        raise OtherCustomer(invoice=invoice.reference, customer=payment.customer.name)
    terms = terms_of(orders_of(ctx.session, invoice))
    if terms is None:
        raise NoEarlyPayment(reference=invoice.reference)
    last = terms.last_day(invoice)
    if payment.came_on > last:
        raise PaidTooLate(last=last, came=payment.came_on)
    note = off_invoice(invoice, terms.rate, notes_on(ctx.session, invoice))
    if note is None:
        raise NoEarlyPayment(reference=invoice.reference)
    if payment.left + note.gross != invoice.balance:
        raise NotTheirDeduction(
            reference=invoice.reference,
            asked=format_euros(invoice.balance - note.gross),
            paid=format_euros(payment.left),
        )
    note.left = invoice.take_off(note.gross)
    reason = f"Escompte de {format_rate(terms.rate)} pour paiement sous {terms.days} jours."
    issue_note(ctx, invoice, note, reason)
    reconcile(ctx, payment, invoice=invoice)
    return note
