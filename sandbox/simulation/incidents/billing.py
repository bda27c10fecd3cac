"""Kinds of incident about deliveries, invoices and money."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.money import format_euros, format_rate
from sandbox.core.units import Rate
from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryNote, Invoice, PlatformStatus
from sandbox.erp.platform.statuses import Status
from sandbox.erp.services.paying import promise_payment
from sandbox.erp.services.platform import answer_invoice, refuse_invoice, reject_invoice
from sandbox.erp.services.returning import return_unpaid
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.actors.speaking import customer_key
from sandbox.simulation.filling import Facts, in_letters
from sandbox.simulation.incidents.finding import (
    delivered,
    invoice_with,
    overdue,
    owed_invoice,
    recorded_payment,
)
from sandbox.simulation.incidents.kinds import NothingToStrike, Params, kind, told

TO_PAY_IN = 7


@dataclass(frozen=True, kw_only=True)
class UnpaidParams(Params):
    """Whose payment comes back, and why."""

    customer: str = field(default="", metadata=told("Client", of="customer"))
    payment: str = field(
        default="", metadata=told("Règlement", help_text="Vide : le dernier enregistré.")
    )
    why: str = field(default="PROVISION INSUFFISANTE", metadata=told("Motif de la banque"))


@kind("payment_returned", "Règlement qui revient impayé", UnpaidParams)
def returned(ctx: Context, params: UnpaidParams) -> Facts:
    """The bank takes back a payment that the learner had recorded."""
    payment = recorded_payment(ctx, params.payment, params.customer)
    line = return_unpaid(ctx.acting_as("bank"), payment, why=params.why)
    return {
        "customer": payment.customer.reference,
        "about": line.reference,
        "amount": format_euros(payment.amount),
    }


def delivery_facts(delivery: DeliveryNote) -> Facts:
    """What a delivery lets an incident name."""
    return {
        "customer": delivery.customer.reference,
        "delivery": delivery.reference,
        "order": delivery.order.reference,
        "about": delivery.order.reference,
        "order_number": delivery.order.known_as,
        "product": delivery.lines[0].product.reference,
        "held": str(delivery.quantity),
        "quantity": str(delivery.backorder),
        "date": in_letters(delivery.delivered_at) if delivery.delivered_at else "",
    }


@dataclass(frozen=True, kw_only=True)
class DeliveredParams(Params):
    """Which delivery, and what is wrong with it."""

    customer: str = field(default="", metadata=told("Client", of="customer"))
    delivery: str = field(
        default="", metadata=told("Bon de livraison", help_text="Vide : le dernier livré.")
    )
    product: str = field(default="", metadata=told("Article", of="product"))
    quantity: int = field(default=2, metadata=told("Unités en cause"))


@kind("damaged_at_customer", "Marchandise abîmée chez le client", DeliveredParams)
def damage(ctx: Context, params: DeliveredParams) -> Facts:
    """The customer finds damage: it is theirs to protest, within three days."""
    found = delivery_facts(delivered(ctx, params.delivery, params.customer))
    product = params.product or found["product"]
    return found | {"product": product, "number": str(params.quantity)}


@kind("partial_unannounced", "Livraison partielle non annoncée", DeliveredParams)
def short(ctx: Context, params: DeliveredParams) -> Facts:
    """The customer counts less than it ordered, and nobody told it."""
    delivery = delivered(ctx, params.delivery, params.customer)
    if not delivery.backorder and not params.delivery:
        raise NothingToStrike(missing="la dernière livraison de ce client était complète.")
    return delivery_facts(delivery)


def invoice_facts(invoice: Invoice) -> Facts:
    """What an invoice lets an incident name."""
    return {
        "customer": invoice.customer.reference,
        "invoice": invoice.reference,
        "about": invoice.reference,
        "amount": format_euros(invoice.balance),
        "date": in_letters(invoice.due_on),
    }


@dataclass(frozen=True, kw_only=True)
class DisputeParams(Params):
    """What the customer claims to have been promised, and whether it was."""

    customer: str = field(metadata=told("Client", of="customer"))
    invoice: str = field(
        default="", metadata=told("Facture", help_text="Vide : la dernière à payer.")
    )
    rate: Rate = field(default=800, metadata=told("Remise réclamée"))


@kind("price_dispute", "Prix contesté sur une facture", DisputeParams)
def dispute(ctx: Context, params: DisputeParams) -> Facts:
    """The customer holds back what it says was promised, and says so on the platform."""
    invoice = owed_invoice(ctx, params.invoice, params.customer)
    buyer = ctx.acting_as(customer_key(invoice.customer.reference))
    # An invoice from before the platform is disputed by mail alone.
    with suppress(DomainError):
        answer_invoice(buyer, invoice, status=Status.DISPUTED, reason="REM_ERR")
    return invoice_facts(invoice) | {"rate": format_rate(params.rate)}


@dataclass(frozen=True, kw_only=True)
class RejectedParams(Params):
    """Who turns the invoice down, and why (official codes)."""

    customer: str = field(default="", metadata=told("Client", of="customer"))
    invoice: str = field(
        default="", metadata=told("Facture", help_text="Vide : la dernière émise.")
    )
    by: Literal["platform", "buyer"] = field(default="platform", metadata=told("Par"))
    reason: str = field(
        default="", metadata=told("Code du motif", help_text="Vide : DEST_INC, ou CMD_ERR.")
    )


@kind("einvoice_rejected", "Facture électronique rejetée ou refusée", RejectedParams)
def turn_down(ctx: Context, params: RejectedParams) -> Facts:
    """The platform rejects what it could not read, the buyer refuses what it will not pay."""
    pending, deposited = PlatformStatus.PENDING, PlatformStatus.DEPOSITED
    if params.by == "platform":
        invoice = invoice_with(ctx, params.invoice, params.customer, [pending])
        reason = params.reason or "DEST_INC"
        reject_invoice(ctx.acting_as("platform"), invoice, reason=reason)
    else:
        invoice = invoice_with(ctx, params.invoice, params.customer, [pending, deposited])
        reason = params.reason or "CMD_ERR"
        buyer = ctx.acting_as(customer_key(invoice.customer.reference))
        refuse_invoice(buyer, invoice, reason=reason)
    return invoice_facts(invoice) | {"number": reason}


@dataclass(frozen=True, kw_only=True)
class LadderParams(Params):
    """Who among the late ones has in fact paid, and who has promised to."""

    paid: str = field(default="", metadata=told("Client qui vient de payer", of="customer"))
    promised: str = field(default="", metadata=told("Client qui a promis une date", of="customer"))


@kind("unpaid_ladder", "Échelle d'impayés, avec du bruit", LadderParams)
def ladder(ctx: Context, params: LadderParams) -> Facts:
    """Accounting lists the overdue invoices; some of them call for nothing."""
    listed = overdue(ctx, "")
    if not listed:
        raise NothingToStrike(missing="aucune facture n'est en retard.")
    if params.paid:
        _pay(ctx, params.paid)
    if params.promised:
        _promise(ctx, params.promised)
    lines = [f"- {i.reference}, {i.customer.name}, échue le {in_letters(i.due_on)}" for i in listed]
    return {"list": "\n".join(lines), "number": str(len(listed)), "customer": params.paid}


def _pay(ctx: Context, reference: str) -> None:
    customer = ctx.find(Customer, reference)
    for invoice in overdue(ctx, reference)[:1]:
        credit(ctx, customer, invoice.balance, f"VIR {customer.name.upper()}")


def _promise(ctx: Context, reference: str) -> None:
    promised_on = ctx.today() + timedelta(days=TO_PAY_IN)
    for invoice in overdue(ctx, reference)[:1]:
        promise_payment(ctx.acting_as(customer_key(reference)), invoice, promised_on=promised_on)
