"""Invoices, credit notes, dunning letters and formal notices."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from sandbox.core.calendar import next_working_day
from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.terms import due_date
from sandbox.documents import mentions
from sandbox.documents.base import Language
from sandbox.documents.building import english
from sandbox.documents.building.common import (
    circumstances,
    company,
    customer_party,
    delivery_address,
    feet,
    issued,
    language_of,
    payment_terms,
    priced,
    writer,
)
from sandbox.documents.building.correcting import replaced_by
from sandbox.documents.building.depositing import after_deposits, prior_invoices
from sandbox.documents.building.offering import early_payment_mention
from sandbox.documents.issuing import store
from sandbox.documents.parts import AmountsDue, Line, UnpaidInvoice
from sandbox.documents.snapshots import CreditNote as CreditNoteSnapshot
from sandbox.documents.snapshots import DunningLetter, FormalNotice, Supply
from sandbox.documents.snapshots import Invoice as InvoiceSnapshot
from sandbox.erp.models import (
    CreditKind,
    CreditNote,
    DeliveryNote,
    DepositKind,
    Invoice,
    InvoiceLine,
    Order,
    OrderLine,
)
from sandbox.erp.queries.periodic import deliveries_of, orders_of
from sandbox.erp.wording import LETTERS
from sandbox.journal import subscribe
from sandbox.journal.payloads import (
    CreditNoteIssued,
    DepositInvoiced,
    DunningSent,
    FormalNoticeSent,
    InvoiceIssued,
)

DAYS_TO_PAY = timedelta(days=8)
MEANS: dict[Language, str] = {"fr": "Virement", "en": english.TRANSFER}
CAPPED: dict[Language, str] = {
    "fr": "45 jours date de facture, par virement.",
    "en": english.CAPPED,
}
PAID_ONLINE: dict[Language, str] = {
    "fr": "Payée en ligne, par carte.",
    "en": english.PAID_ONLINE,
}
CARD: dict[Language, str] = {"fr": "Carte bancaire", "en": english.CARD}
SETTLEMENT: dict[Language, str] = {
    "fr": "Annule la somme due sur la facture.",
    "en": english.CANCELS,
}
DEGREES: dict[str, Literal[1, 2, 3]] = {"reminder_1": 1, "reminder_2": 2, "reminder_3": 3}


@subscribe(InvoiceIssued, DepositInvoiced)
def keep_invoice(ctx: Context, reference: str, _payload: InvoiceIssued | DepositInvoiced) -> None:
    """Freeze an invoice as it is issued."""
    store(ctx, invoice_snapshot(ctx, issued(ctx, Invoice, reference)))


@subscribe(CreditNoteIssued)
def keep_credit_note(ctx: Context, reference: str, _payload: CreditNoteIssued) -> None:
    """Freeze a credit note as it is issued."""
    store(ctx, credit_note_snapshot(ctx, issued(ctx, CreditNote, reference)))


@subscribe(DunningSent)
def keep_letter(ctx: Context, reference: str, payload: DunningSent) -> None:
    """Freeze a dunning letter; a call leaves no letter."""
    if payload.level in DEGREES:
        store(ctx, letter_snapshot(ctx, issued(ctx, Invoice, reference), payload))


@subscribe(FormalNoticeSent)
def keep_formal_notice(ctx: Context, reference: str, payload: FormalNoticeSent) -> None:
    """Freeze a formal notice."""
    store(ctx, notice_snapshot(ctx, issued(ctx, Invoice, reference), payload))


def invoice_snapshot(ctx: Context, invoice: Invoice) -> InvoiceSnapshot:
    """An invoice with all that the law wants on it (CGI ann. II 242 nonies A; C. com. L441-9)."""
    customer = invoice.customer
    orders, deliveries = orders_of(ctx.session, invoice), deliveries_of(ctx.session, invoice)
    numbers = dict.fromkeys(order.customer_reference for order in orders)
    language = language_of(customer)
    return InvoiceSnapshot(
        reference=invoice.reference,
        issued_on=invoice.issued_on,
        supplied_on=invoice.supplied_on,
        due_on=invoice.due_on,
        supply=_supply(_sold(invoice)),
        supplied_from=_first_departure(invoice, deliveries),
        order_reference=", ".join(order.reference for order in orders),
        customer_reference=", ".join(filter(None, numbers)),
        delivery_references=tuple(delivery.reference for delivery in deliveries),
        payment_means=(CARD if _paid_online(orders) else MEANS)[language],
        payment_terms=_terms(invoice, orders, language),
        language=language,
        seller=company(ctx),
        customer=customer_party(customer, language),
        delivery_address=delivery_address(customer, language),
        handled_by=writer(ctx, language),
        lines=tuple(_line(line, language) for line in invoice.lines),
        totals=after_deposits(invoice, feet(ctx, invoice, customer, invoice.lines)),
        mentions=_sentences(ctx, invoice, orders),
        is_deposit=bool(invoice.advance),
        is_forfeit=invoice.advance == DepositKind.FORFEIT,
        deposits=prior_invoices(ctx, invoice),
        replaces=() if invoice.advance else replaced_by(ctx, invoice),
    )


def _line(line: InvoiceLine, language: Language) -> Line:
    """A line, with the note on which it left when the invoice covers several."""
    return replace(priced(line, line.product, language), delivery=line.delivery or "")


def _terms(invoice: Invoice, orders: Sequence[Order], language: Language) -> str:
    """The customer's terms, or what the law leaves of them on a periodic invoice (L441-10)."""
    if _paid_online(orders):
        return PAID_ONLINE[language]
    shortened = invoice.due_on < due_date(invoice.terms, invoice.issued_on)
    return CAPPED[language] if shortened else payment_terms(invoice.terms, language)


def _paid_online(orders: Sequence[Order]) -> bool:
    return any(order.paid_online for order in orders)


def _first_departure(invoice: Invoice, deliveries: Sequence[DeliveryNote]) -> date | None:
    """When the first of the goods of a periodic invoice left; None for another one."""
    left = [note.shipped_at.date() for note in deliveries if note.shipped_at]
    return min(left, default=None) if invoice.periodic else None


def _sentences(ctx: Context, invoice: Invoice, orders: Sequence[Order]) -> tuple[str, ...]:
    # The orders of a periodic invoice share their early payment discount.
    language, order = language_of(invoice.customer), orders[0] if orders else None
    case = replace(
        circumstances(ctx, invoice.customer, invoice.lines),
        early_payment=early_payment_mention(order, language)
        if order and not invoice.advance
        else "",
    )
    if not invoice.advance:
        return mentions.of_invoice(case)
    return mentions.of_deposit(case, forfeit=invoice.advance == DepositKind.FORFEIT)


def credit_note_snapshot(ctx: Context, note: CreditNote) -> CreditNoteSnapshot:
    """A credit note with what it takes back of the invoice."""
    invoice, language, lines = note.invoice, language_of(note.customer), note.told
    return CreditNoteSnapshot(
        reference=note.reference,
        issued_on=note.issued_on,
        invoice_reference=invoice.reference,
        invoice_issued_on=invoice.issued_on,
        reason=note.reason,
        settlement=_settlement(note, language),
        supplied_on=invoice.supplied_on,
        language=language,
        delivery_address=delivery_address(note.customer, language),
        supply=_supply(invoice.lines),
        seller=company(ctx),
        customer=customer_party(note.customer, language),
        handled_by=writer(ctx, language),
        lines=tuple(priced(line, line.product, language) for line in lines),
        totals=feet(ctx, note, note.customer, lines),
        mentions=mentions.of_credit_note(circumstances(ctx, note.customer)),
    )


def _settlement(note: CreditNote, language: Language) -> str:
    """What becomes of the sum: off the invoice, or owed to the customer."""
    if note.kind == CreditKind.CANCELLATION:
        return SETTLEMENT[language]
    if not note.left:
        return english.OFF_INVOICE if language == "en" else "Se déduit de la facture."
    sum_left = format_euros(note.left)
    if language == "en":
        return english.CREDIT_LEFT.format(amount=sum_left)
    return f"{sum_left} à valoir sur une prochaine facture, ou remboursés sur demande."


def letter_snapshot(ctx: Context, invoice: Invoice, payload: DunningSent) -> DunningLetter:
    """A dunning letter; the first one claims the principal alone."""
    level = DEGREES[payload.level]
    firm, language = level > 1, language_of(invoice.customer)
    return DunningLetter(
        reference=invoice.reference + LETTERS[payload.level],
        issued_on=ctx.today(),
        level=level,
        language=language,
        seller=company(ctx),
        customer=customer_party(invoice.customer, language),
        handled_by=writer(ctx, language),
        invoices=(_unpaid(invoice, payload, firm),),
        amounts=_amounts(payload, firm),
        pay_by=next_working_day(ctx.today() + DAYS_TO_PAY),
        mentions=mentions.of_letter(circumstances(ctx, invoice.customer)) if firm else (),
    )


def notice_snapshot(ctx: Context, invoice: Invoice, payload: FormalNoticeSent) -> FormalNotice:
    """A formal notice: principal, penalties, indemnity, last day (C. civ. 1344)."""
    language = language_of(invoice.customer)
    return FormalNotice(
        reference=invoice.reference + LETTERS["formal_notice"],
        issued_on=ctx.today(),
        language=language,
        seller=company(ctx),
        customer=customer_party(invoice.customer, language),
        handled_by=writer(ctx, language),
        invoices=(_unpaid(invoice, payload, firm=True),),
        amounts=_amounts(payload, firm=True),
        pay_by=next_working_day(ctx.today() + DAYS_TO_PAY),
        penalty_rate=ctx.setting.procedures.dunning.late_rate,
        mentions=mentions.of_letter(circumstances(ctx, invoice.customer)),
    )


def _unpaid(invoice: Invoice, claim: DunningSent | FormalNoticeSent, firm: bool) -> UnpaidInvoice:
    return UnpaidInvoice(
        reference=invoice.reference,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        gross=invoice.gross,
        paid=invoice.paid,
        remaining=claim.balance,
        days_late=claim.days_late,
        penalty=claim.penalties if firm and claim.penalties else None,
    )


def _amounts(claim: DunningSent | FormalNoticeSent, firm: bool) -> AmountsDue:
    if not firm:
        return AmountsDue(principal=claim.balance, total=claim.balance)
    return AmountsDue(
        principal=claim.balance,
        penalties=claim.penalties or None,
        indemnity=claim.indemnity or None,
        total=claim.balance + claim.penalties + claim.indemnity,
    )


def _sold(invoice: Invoice) -> Sequence[InvoiceLine | OrderLine]:
    """What it is about: a deposit invoice is of the nature of its order."""
    return invoice.order.lines if invoice.advance and invoice.order else invoice.lines


def _supply(lines: Sequence[InvoiceLine | OrderLine]) -> Supply:
    goods = {line.product.stocked for line in lines if line.product is not None}
    if goods == {True}:
        return "goods"
    return "services" if goods == {False} else "mixed"
