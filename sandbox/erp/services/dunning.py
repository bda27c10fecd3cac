"""Aged balance and dunning: steps, channels and powers come from the company's procedure."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.setting import DunningStep, Setting
from sandbox.crm.models import Channel
from sandbox.erp import collection
from sandbox.erp.errors.billing import (
    NoApproval,
    NotEvidential,
    NothingDue,
    PaymentWaiting,
    PromiseRunning,
    StepSkipped,
    UnknownStep,
)
from sandbox.erp.errors.common import TooEarly
from sandbox.erp.errors.insolvency import CustomerInsolvent
from sandbox.erp.errors.litigation import InLitigation
from sandbox.erp.errors.planning import PlanRunning
from sandbox.erp.models import ApprovalKind, Dunning, DunningLevel, Invoice
from sandbox.erp.queries.billing import open_invoices
from sandbox.erp.queries.collecting import AGED_BALANCE, aged_balance_of, payment_waiting
from sandbox.erp.queries.litigation import open_litigation
from sandbox.erp.queries.planning import plan_of
from sandbox.erp.services.credit import granted
from sandbox.erp.services.insolvency import caution_insolvent
from sandbox.erp.services.letters import write_to
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import AgedBalanceConsulted, DunningSent, FormalNoticeSent

FORMAL_NOTICE = "formal_notice"
_TEXTS = {
    "pre_reminder": (
        "Notre facture {reference} de {balance} arrive à échéance le {due_on:%d/%m/%Y}. "
        "L'avez-vous bien reçue, et tout est-il en ordre pour son règlement ?"
    ),
    "call": (
        "Appel au sujet de la facture {reference} de {balance}, échue le {due_on:%d/%m/%Y} : "
        "cause du retard et date de règlement demandées."
    ),
    "reminder_1": (
        "Sauf erreur de notre part, la facture {reference} de {balance}, échue le "
        "{due_on:%d/%m/%Y}, reste à régler. Merci d'y veiller sous huit jours."
    ),
    "reminder_2": (
        "Malgré notre premier rappel, la facture {reference}, échue le {due_on:%d/%m/%Y}, reste "
        "impayée. Nous vous demandons de régler {total}, frais de retard compris, sous huit jours."
    ),
    "reminder_3": (
        "Nos deux relances au sujet de la facture {reference}, échue le {due_on:%d/%m/%Y}, sont "
        "restées sans effet. Sans votre règlement de {total}, frais de retard compris, sous huit "
        "jours, nous vous mettrons en demeure et suspendrons nos livraisons."
    ),
    "formal_notice": (
        "Nous vous mettons en demeure de régler sous huit jours {total} au titre de la facture "
        "{reference}, échue le {due_on:%d/%m/%Y}. À défaut, le tribunal sera saisi sans autre avis."
    ),
}


@use_case(emits=(AgedBalanceConsulted,))
def consult_aged_balance(ctx: Context) -> list[Invoice]:
    """Look up what customers owe, by age; the overdue invoices come back, oldest first."""
    owed = open_invoices(ctx.session, ctx.run.id)
    found = aged_balance_of(owed, ctx.today())
    if not consulted_already(ctx, found.verb, AGED_BALANCE, found):
        record(ctx, AGED_BALANCE, found)
    return [invoice for invoice in owed if invoice.days_late(ctx.today()) > 0]


_WARNS = (
    *(TooEarly, StepSkipped, PromiseRunning, PlanRunning),
    *(CustomerInsolvent, PaymentWaiting, NoApproval, InLitigation),
)


@use_case(minutes=4, emits=(DunningSent,), refuses=(NothingDue, UnknownStep), warns=_WARNS)
def send_dunning(
    ctx: Context, invoice: Invoice, *, level: DunningLevel, channel: Channel | None = None
) -> Dunning:
    """Take a friendly dunning step on an invoice, by the procedure's channel unless told."""
    step = _step(ctx, invoice, level)
    _warn(ctx, invoice, step)
    if not collection.is_ours(ctx.setting, step):
        _approved(ctx, invoice, step)
    dunning = _take(ctx, invoice, step, channel or Channel(step.channel))
    payload = DunningSent(
        customer=invoice.customer.reference,
        business=invoice.customer.business,
        level=step.level,
        channel=dunning.channel,
        days_late=(ctx.today() - invoice.due_on).days,
        balance=dunning.balance,
        penalties=dunning.penalties,
        indemnity=dunning.indemnity,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, invoice.reference, payload)
    _write(ctx, invoice, dunning, step)
    return dunning


@use_case(
    minutes=8,
    emits=(FormalNoticeSent,),
    refuses=(NothingDue, UnknownStep),
    warns=(*_WARNS, NotEvidential),
)
def send_formal_notice(
    ctx: Context, invoice: Invoice, *, channel: Channel = Channel.REGISTERED
) -> Dunning:
    """Give a late customer formal notice to pay (C. civ. 1344)."""
    step = _step(ctx, invoice, FORMAL_NOTICE)
    _warn(ctx, invoice, step)
    ours = collection.is_ours(ctx.setting, step)
    approval = None if ours else _approved(ctx, invoice, step)
    if channel != Channel.REGISTERED:
        ctx.caution(NotEvidential())
    dunning = _take(ctx, invoice, step, channel)
    payload = FormalNoticeSent(
        customer=invoice.customer.reference,
        business=invoice.customer.business,
        channel=dunning.channel,
        days_late=(ctx.today() - invoice.due_on).days,
        balance=dunning.balance,
        penalties=dunning.penalties,
        indemnity=dunning.indemnity,
        approval=approval,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, invoice.reference, payload)
    _write(ctx, invoice, dunning, step)
    return dunning


def _step(ctx: Context, invoice: Invoice, level: str) -> DunningStep:
    invoice.must_be_owed()
    try:
        return ctx.setting.procedures.dunning.step(level)
    except KeyError:
        raise UnknownStep from None


def _warn(ctx: Context, invoice: Invoice, step: DunningStep) -> None:
    """What a careful collector would check first."""
    procedure = ctx.setting.procedures.dunning
    on, before = collection.falls_on(step, invoice.due_on), collection.step_before(procedure, step)
    if ctx.today() < on:
        ctx.caution(TooEarly(step=f"« {step.label} »", from_on=on))
    if before and not collection.taken(procedure, invoice.dunning_level, before):
        ctx.caution(StepSkipped(missing=before.label, reference=invoice.reference))
    held = open_litigation(ctx.session, invoice)
    if held is not None:
        ctx.caution(
            InLitigation(
                reference=invoice.reference, recipient=held.recipient_name, file=held.reference
            )
        )
    caution_awaited(ctx, invoice)


def caution_awaited(ctx: Context, invoice: Invoice) -> None:
    """Caution when money is awaited already, or may not be asked for."""
    if invoice.promised_on is not None and invoice.promised_on >= ctx.today():
        ctx.caution(PromiseRunning(reference=invoice.reference, promised_on=invoice.promised_on))
    if (plan := plan_of(ctx.session, invoice)) is not None:
        ctx.caution(PlanRunning(plan=plan.reference))
    caution_insolvent(ctx, invoice.customer)
    if payment_waiting(ctx.session, invoice):
        ctx.caution(PaymentWaiting(customer=invoice.customer.name))


def _approved(ctx: Context, invoice: Invoice, step: DunningStep) -> str | None:
    """Reference of the approval granted for this step, or a caution when there is none."""
    found = granted(ctx, invoice.reference).get(ApprovalKind.FORMAL_NOTICE)
    if found is None:
        ctx.caution(NoApproval(step=step.label))
        return None
    return found.reference


def _take(ctx: Context, invoice: Invoice, step: DunningStep, channel: Channel) -> Dunning:
    procedure = ctx.setting.procedures.dunning
    claim = collection.claim(invoice, procedure, ctx.today())
    invoice.dunning_level = collection.furthest(procedure, invoice.dunning_level, step)
    invoice.dunned_at = ctx.now()
    return ctx.add(
        Dunning(
            invoice_id=invoice.id,
            level=step.level,
            channel=channel,
            at=ctx.now(),
            balance=claim.balance,
            penalties=claim.penalties,
            indemnity=claim.indemnity,
        )
    )


def _write(ctx: Context, invoice: Invoice, dunning: Dunning, step: DunningStep) -> None:
    """Keep among the messages sent what was said or written."""
    write_to(
        ctx,
        invoice.customer,
        topic="dunning",
        subject=f"{step.label} : facture {invoice.reference}",
        text=dunning_text(ctx.setting, invoice, step, ctx.today()),
        about=invoice.reference,
        channel=Channel(dunning.channel),
    )


def dunning_text(setting: Setting, invoice: Invoice, step: DunningStep, today: date) -> str:
    """What a step says or writes to the customer on a day."""
    claim = collection.claim(invoice, setting.procedures.dunning, today)
    return _TEXTS[step.level].format(
        reference=invoice.reference,
        due_on=invoice.due_on,
        balance=format_euros(claim.balance),
        total=format_euros(claim.total),
    )
