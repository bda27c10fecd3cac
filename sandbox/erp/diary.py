"""Dates of the documents of sale in the diary: quotes that expire, payments promised."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from sandbox.crm.diary import DiaryDate, register_diary
from sandbox.erp.models import Invoice, Quote, QuoteStatus


def quotes_expiring(session: Session, run_id: int, first: date, after: date) -> list[DiaryDate]:
    """Quotes sent whose validity ends within these days."""
    rows = session.scalars(
        select(Quote)
        .where(Quote.run_id == run_id, Quote.status == QuoteStatus.SENT)
        .where(Quote.valid_until >= first, Quote.valid_until < after)
        .options(joinedload(Quote.customer))
        .order_by(Quote.id)
    )
    return [
        DiaryDate(
            q.valid_until,
            "hourglass-split",
            f"Devis à échéance : {q.customer.name}",
            q.reference,
            "erp.quote",
            q.id,
        )
        for q in rows
        if q.valid_until is not None
    ]


def payments_promised(session: Session, run_id: int, first: date, after: date) -> list[DiaryDate]:
    """Payments that customers promised for one of these days."""
    rows = session.scalars(
        select(Invoice)
        .where(Invoice.run_id == run_id)
        .where(Invoice.promised_on >= first, Invoice.promised_on < after)
        .options(joinedload(Invoice.customer))
        .order_by(Invoice.id)
    )
    return [
        DiaryDate(
            bill.promised_on,
            "cash-coin",
            f"Règlement promis : {bill.customer.name}",
            bill.reference,
            "erp.invoice",
            bill.id,
        )
        for bill in rows
        if bill.promised_on is not None
    ]


register_diary("quotes", quotes_expiring)
register_diary("promises", payments_promised)
