"""The statement of a customer's account, drawn from what is open on the day it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from sandbox.core.context import Context
from sandbox.crm.models import Customer
from sandbox.documents import mentions
from sandbox.documents.base import Language
from sandbox.documents.building.common import (
    circumstances,
    company,
    customer_party,
    issued,
    language_of,
    writer,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import StatementRow
from sandbox.documents.snapshots import Statement
from sandbox.erp.models import CreditNote, Invoice, Payment, Reconciliation
from sandbox.erp.models.statement import AccountStatement
from sandbox.journal import subscribe
from sandbox.journal.payloads.statements import StatementIssued

INVOICE: dict[Language, str] = {"fr": "Facture", "en": "Invoice"}
PAID: dict[Language, str] = {"fr": "Règlement sur {invoice}", "en": "Payment on {invoice}"}
CREDITED: dict[Language, str] = {"fr": "Avoirs sur {invoice}", "en": "Credit on {invoice}"}
UNUSED: dict[Language, str] = {"fr": "Avoir à imputer", "en": "Credit note not used"}
UNSPENT: dict[Language, str] = {"fr": "Règlement à affecter", "en": "Payment not allocated"}


@subscribe(StatementIssued)
def keep_statement(ctx: Context, reference: str, _payload: StatementIssued) -> None:
    """Freeze a statement as it is sent."""
    customer = issued(ctx, AccountStatement, reference).customer
    store(ctx, replace(statement_snapshot(ctx, customer), reference=reference))


def statement_snapshot(ctx: Context, customer: Customer) -> Statement:
    """Open invoices, what was paid of them, payments not allocated: the balance of today."""
    language, today = language_of(customer), ctx.today()
    owed = _open(ctx, customer)
    spare = [*_unspent(ctx, customer, language), *_unused(ctx, customer, language)]
    rows = _balanced([*_movements(ctx, owed, language), *spare])
    return Statement(
        reference=f"RC-{today:%Y%m%d}-{customer.reference}",
        issued_on=today,
        period_from=min((row.on for row in rows), default=today),
        period_to=today,
        opening_balance=0,
        closing_balance=rows[-1].balance if rows else 0,
        overdue=sum(invoice.balance for invoice in owed if invoice.due_on < today),
        rows=rows,
        language=language,
        seller=company(ctx),
        customer=customer_party(customer, language),
        handled_by=writer(ctx, language),
        mentions=mentions.of_letter(circumstances(ctx, customer)),
    )


def _open(ctx: Context, customer: Customer) -> Sequence[Invoice]:
    return ctx.session.scalars(
        select(Invoice)
        .where(
            Invoice.run_id == ctx.run.id, Invoice.customer_id == customer.id, Invoice.balance > 0
        )
        .order_by(Invoice.issued_on, Invoice.id)
    ).all()


def _movements(ctx: Context, owed: Sequence[Invoice], language: Language) -> Iterator[StatementRow]:
    numbers = {invoice.id: invoice.reference for invoice in owed}
    for invoice in owed:
        yield StatementRow(
            on=invoice.issued_on,
            reference=invoice.reference,
            label=INVOICE[language],
            due_on=invoice.due_on,
            debit=invoice.gross,
            balance=0,
        )
        if invoice.credited_amount:
            yield StatementRow(
                on=invoice.issued_on,
                reference=invoice.reference,
                label=CREDITED[language].format(invoice=invoice.reference),
                credit=invoice.credited_amount,
                balance=0,
            )
    for settled in _settled(ctx, list(numbers)):
        yield StatementRow(
            on=settled.at.date(),
            reference=settled.payment.reference,
            label=PAID[language].format(invoice=numbers[settled.invoice_id]),
            credit=settled.amount,
            balance=0,
        )


def _settled(ctx: Context, invoices: list[int]) -> Sequence[Reconciliation]:
    return ctx.session.scalars(
        select(Reconciliation)
        .where(Reconciliation.run_id == ctx.run.id, Reconciliation.invoice_id.in_(invoices))
        .order_by(Reconciliation.id)
        .options(joinedload(Reconciliation.payment))
    ).all()


def _unspent(ctx: Context, customer: Customer, language: Language) -> Iterator[StatementRow]:
    found = ctx.session.scalars(
        select(Payment)
        .where(Payment.run_id == ctx.run.id, Payment.customer_id == customer.id, Payment.left > 0)
        .order_by(Payment.id)
    )
    for payment in found:
        yield StatementRow(
            on=payment.recorded_at.date(),
            reference=payment.reference,
            label=UNSPENT[language],
            credit=payment.left,
            balance=0,
        )


def _unused(ctx: Context, customer: Customer, language: Language) -> Iterator[StatementRow]:
    """What credit notes still owe the customer."""
    found = ctx.session.scalars(
        select(CreditNote)
        .where(
            CreditNote.run_id == ctx.run.id,
            CreditNote.customer_id == customer.id,
            CreditNote.left > 0,
        )
        .order_by(CreditNote.id)
    )
    for note in found:
        yield StatementRow(
            on=note.issued_on,
            reference=note.reference,
            label=UNUSED[language],
            credit=note.left,
            balance=0,
        )


def _balanced(rows: list[StatementRow]) -> tuple[StatementRow, ...]:
    """The rows by day, each with the balance after it."""
    ordered = sorted(rows, key=attrgetter("on"))
    balances = accumulate((row.debit or 0) - (row.credit or 0) for row in ordered)
    return tuple(
        replace(row, balance=balance) for row, balance in zip(ordered, balances, strict=True)
    )
