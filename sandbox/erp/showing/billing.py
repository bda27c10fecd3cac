"""Invoices and payments on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from sandbox.core.money import format_euros
from sandbox.core.setting import Setting
from sandbox.core.terms import label
from sandbox.crm.models import Customer
from sandbox.erp.early import terms_of
from sandbox.erp.models import BankLine, Invoice, Order, Payment, PlatformStatus
from sandbox.erp.platform.reasons import reason_of
from sandbox.erp.queries.billing import Grouping, Suggestion, grouping, likely_payer, suggestions
from sandbox.erp.showing.depositing import after_deposits
from sandbox.erp.showing.shipping import foot
from sandbox.erp.wording import CREDITED, PLATFORM
from sandbox.filters import plural

STATES = (
    ("", "Toutes"),
    ("open", "À régler"),
    ("overdue", "Échues"),
    ("stopped", "Rejetées ou refusées"),
)


@dataclass(frozen=True)
class WaitingLine:
    """A bank line to record, and whom it seems to come from."""

    line: BankLine
    payer: Customer | None


@dataclass(frozen=True)
class ToReconcile:
    """A payment with something left, the invoices that it may settle, one by one or together."""

    payment: Payment
    suggestions: list[Suggestion]
    grouping: Grouping | None

    @property
    def first(self) -> str:
        """What is ticked at first: invoices that make the amount, unless the payer names one."""
        named = any(each.named for each in self.suggestions)
        if self.grouping and self.grouping.exact and not named:
            return self.grouping.key
        return str(self.suggestions[0].invoice.id) if self.suggestions else ""


def state_of(invoice: Invoice) -> tuple[str, str]:
    """Pill of an invoice: a credit note has the last word."""
    return CREDITED if invoice.credited else PLATFORM[invoice.platform_status]


def lateness(invoice: Invoice, today: date) -> str:
    """Days late in words; nothing before the due date or once paid."""
    late = invoice.days_late(today)
    return plural(late, "jour") if late > 0 else ""


def invoice_page(invoice: Invoice, setting: Setting, today: date) -> dict[str, Any]:
    """An invoice, ready to show."""
    stopped = invoice.platform_status in (PlatformStatus.REJECTED, PlatformStatus.REFUSED)
    return {
        "invoice": invoice,
        "state": state_of(invoice),
        "stopped": state_of(invoice)[0] if stopped or invoice.credited else "",
        # A rejection comes before the deposit, a refusal after it.
        "current": "deposited"
        if invoice.platform_status == "refused"
        else "pending"
        if stopped
        else invoice.platform_status,
        "reason": reason_of(invoice.platform_reason) if stopped else None,
        "totals": foot(invoice, invoice.lines, setting, invoice.customer),
        "terms": label(invoice.terms),
        "lateness": lateness(invoice, today),
    }


def after_cancelling(invoice: Invoice, notes: Sequence[int]) -> str:
    """Where one goes once an invoice is taken back: to the new one of its deliveries, if asked."""
    if len(notes) > 1:
        customer = invoice.customer_id
        return url_for(".periodic_preview", customer_id=customer, bons=",".join(map(str, notes)))
    if notes:
        return url_for(".preview", delivery_id=notes[0])
    return url_for(".invoice", invoice_id=invoice.id)


def draft_page(
    invoice: Invoice, setting: Setting, customer: Customer, orders: Sequence[Order]
) -> dict[str, Any]:
    """An invoice before it is issued, as its customer will see it."""
    return {
        "customer": customer,
        "invoice": invoice,
        "company": setting.company,
        "dunning": setting.procedures.dunning,
        "terms": label(invoice.terms),
        "early": terms_of(orders),
        "totals": foot(invoice, invoice.lines, setting, customer) + after_deposits(invoice),
    }


def waiting(lines: Sequence[BankLine], owed: Sequence[Invoice]) -> list[WaitingLine]:
    """Bank lines with their likely payer."""
    return [WaitingLine(line, likely_payer(line, owed)) for line in lines]


def payment_choices(payments: Sequence[Payment]) -> list[tuple[str, str]]:
    """Payments to choose from, with who paid and how much."""
    return [
        (each.reference, f"{each.reference}, {each.customer.name}, {format_euros(each.amount)}")
        for each in payments
    ]


def payer_choices(customers: Sequence[Customer]) -> list[tuple[str, str]]:
    """Customers to choose from, nobody first."""
    return [("", "Choisir un client…"), *((each.reference, each.name) for each in customers)]


def to_reconcile(payments: Sequence[Payment], owed: Sequence[Invoice]) -> list[ToReconcile]:
    """Payments with the invoices that they may settle."""
    return [
        ToReconcile(payment, suggestions(payment, owed), grouping(payment, owed))
        for payment in payments
    ]


def reconciled(invoices: Sequence[Invoice]) -> str:
    """What to say once a payment is set against these invoices."""
    left = sum(invoice.balance for invoice in invoices)
    names = ", ".join(invoice.reference for invoice in invoices)
    done = f"{names} {'lettrées' if len(invoices) > 1 else 'lettrée'}."
    return f"{done} Il reste {format_euros(left)} à payer." if left else done
