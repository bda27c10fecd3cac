"""Specimens for a customer who reads English."""

from dataclasses import replace
from datetime import date

from sandbox.documents.parts import AmountsDue, DeliveryLine, StatementRow, UnpaidInvoice
from sandbox.documents.snapshots import (
    DeliveryNote,
    DunningLetter,
    FormalNotice,
    Invoice,
    OrderAcknowledgement,
    ProForma,
    Quote,
    Statement,
)
from sandbox.documents.specimens.parties import (
    ABROAD,
    EXPORT_LINES,
    EXPORT_MENTIONS,
    EXPORT_TERMS,
    EXPORT_TOTALS,
)

PRICED = {**ABROAD, "lines": EXPORT_LINES, "totals": EXPORT_TOTALS, "mentions": EXPORT_MENTIONS}
UNPAID = UnpaidInvoice(
    reference="FA-2026-000131",
    issued_on=date(2026, 11, 30),
    due_on=date(2026, 12, 30),
    gross=987_056,
    paid=0,
    remaining=987_056,
    days_late=33,
    penalty=10_843,
)
CLAIMED = AmountsDue(principal=987_056, penalties=10_843, indemnity=4_000, total=1_001_899)


def export_quote() -> Quote:
    return Quote(
        reference="DE-2026-000011",
        issued_on=date(2026, 11, 3),
        valid_until=date(2026, 12, 3),
        customer_reference="RFQ 2026-118",
        **PRICED,
        **EXPORT_TERMS,
    )


def pro_forma() -> ProForma:
    return ProForma(
        reference="PF-2026-000001",
        issued_on=date(2026, 11, 6),
        valid_until=date(2026, 12, 6),
        order_reference="CDE-2026-000009",
        quote_reference="DE-2026-000011",
        customer_reference="PO 77-2210",
        origin="France (EU)",
        weight=612_000,
        **PRICED,
        **EXPORT_TERMS,
    )


def export_acknowledgement() -> OrderAcknowledgement:
    return OrderAcknowledgement(
        reference="CDE-2026-000009",
        issued_on=date(2026, 11, 6),
        ordered_on=date(2026, 11, 5),
        promised_on=date(2026, 11, 27),
        quote_reference="DE-2026-000011",
        customer_reference="PO 77-2210",
        differences=("MOB-007: delivered one week later than you asked.",),
        **PRICED,
        **EXPORT_TERMS,
    )


def export_delivery_note() -> DeliveryNote:
    return DeliveryNote(
        reference="BL-2026-000012",
        issued_on=date(2026, 11, 27),
        shipped_on=date(2026, 11, 27),
        order_reference="CDE-2026-000009",
        customer_reference="PO 77-2210",
        carrier="Transports Balisiers",
        delivery_terms="DAP Utrecht, Incoterms 2020",
        parcels=24,
        weight=612_000,
        lines=tuple(
            DeliveryLine(
                reference=line.reference,
                label=line.label,
                unit=line.unit,
                ordered=line.quantity,
                shipped=line.quantity,
            )
            for line in EXPORT_LINES
        ),
        **{**ABROAD, "mentions": EXPORT_MENTIONS[2:]},
    )


def export_invoice() -> Invoice:
    return Invoice(
        reference="FA-2026-000131",
        issued_on=date(2026, 11, 30),
        supplied_on=date(2026, 11, 30),
        due_on=date(2026, 12, 30),
        supply="goods",
        order_reference="CDE-2026-000009",
        customer_reference="PO 77-2210",
        delivery_references=("BL-2026-000012",),
        payment_means="Bank transfer",
        payment_terms="30 days from date of invoice",
        **PRICED,
    )


def export_reminder() -> DunningLetter:
    return DunningLetter(
        reference="REL-2027-000004",
        issued_on=date(2027, 1, 18),
        level=1,
        invoices=(replace(UNPAID, days_late=19, penalty=None),),
        amounts=AmountsDue(principal=987_056, total=987_056),
        pay_by=date(2027, 1, 26),
        **ABROAD,
    )


def export_formal_notice() -> FormalNotice:
    return FormalNotice(
        reference="MED-2027-000002",
        issued_on=date(2027, 2, 1),
        invoices=(UNPAID,),
        amounts=CLAIMED,
        pay_by=date(2027, 2, 9),
        penalty_rate=1215,
        registered_number="RB 000 000 002 FR",
        **{**ABROAD, "mentions": EXPORT_MENTIONS[1:2]},
    )


def export_statement() -> Statement:
    return Statement(
        reference="RC-2026-12-CLI-0031",
        issued_on=date(2026, 12, 31),
        period_from=date(2026, 11, 1),
        period_to=date(2026, 12, 31),
        opening_balance=0,
        closing_balance=987_056,
        overdue=987_056,
        rows=(
            StatementRow(
                on=date(2026, 11, 30),
                reference="FA-2026-000131",
                label="Invoice",
                due_on=date(2026, 12, 30),
                debit=987_056,
                balance=987_056,
            ),
        ),
        **ABROAD,
    )
