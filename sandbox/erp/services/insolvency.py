"""Insolvency of a customer: noted, dunning stopped, the debt declared in time (C. com. L622-24)."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.models import Channel, Customer
from sandbox.crm.services import keep_sent
from sandbox.erp.errors.insolvency import (
    AlreadyDeclared,
    AlreadyInsolvent,
    AlreadyNoted,
    ClaimNotApproved,
    ClaimNotProved,
    ClaimTooLate,
    CustomerInsolvent,
    NothingToDeclare,
)
from sandbox.erp.models import ApprovalKind
from sandbox.erp.models.insolvency import DebtClaim, Insolvency, Proceedings
from sandbox.erp.queries.insolvency import Declarable, claim_in, declarable, insolvency_of
from sandbox.erp.services.credit import deciding, granted, outstanding_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads.insolvency import (
    DebtClaimDeclared,
    InsolvencyNoted,
    InsolvencyPublished,
)

RECEIVER = "receiver"


def receiver_key(insolvency: Insolvency) -> str:
    """Key under which the creditors' representative is written to."""
    return f"{RECEIVER}:{insolvency.reference}"


@use_case(emits=(InsolvencyPublished,), refuses=(AlreadyInsolvent,))
def publish_insolvency(
    ctx: Context,
    customer: Customer,
    *,
    proceedings: Proceedings,
    judged_on: date,
    court: str,
    receiver: str,
    street: str,
    postcode: str,
    town: str,
) -> Insolvency:
    """The official gazette tells today that a court opened proceedings against a customer."""
    held = insolvency_of(ctx.session, ctx.run.id, customer.id)
    if held is not None:
        raise AlreadyInsolvent(customer=customer.name, reference=held.reference)
    opened = ctx.add(
        Insolvency(
            reference=ctx.number("PRC"),
            customer=customer,
            proceedings=proceedings,
            court=court,
            judged_on=judged_on,
            published_on=ctx.today(),
            receiver=receiver,
            receiver_street=street,
            receiver_postcode=postcode,
            receiver_town=town,
        )
    )
    payload = InsolvencyPublished(
        customer=customer.reference,
        proceedings=proceedings,
        judged_on=judged_on,
        published_on=opened.published_on,
        last_day=opened.last_day,
        owed=outstanding_of(ctx, customer).invoiced_unpaid,
    )
    record(ctx, opened.reference, payload)
    return opened


@use_case(minutes=3, emits=(InsolvencyNoted,), refuses=(AlreadyNoted,))
def note_insolvency(ctx: Context, insolvency: Insolvency) -> Insolvency:
    """Note the proceedings on the customer's record: dunning is warned against from now on."""
    if insolvency.noted_at is not None:
        raise AlreadyNoted(reference=insolvency.reference)
    insolvency.noted_at = ctx.now()
    noted = InsolvencyNoted(insolvency.customer.reference, insolvency.proceedings)
    record(ctx, insolvency.reference, noted)
    return insolvency


@use_case(
    minutes=15,
    emits=(DebtClaimDeclared,),
    refuses=(AlreadyDeclared, NothingToDeclare),
    warns=(ClaimTooLate, ClaimNotProved, ClaimNotApproved),
)
def declare_claim(
    ctx: Context, insolvency: Insolvency, *, channel: Channel = Channel.REGISTERED
) -> DebtClaim:
    """Declare to the creditors' representative what a customer owes (C. com. L622-24, L622-25).

    Amounts are those of the day of the judgment: interest stops there (L622-28).
    """
    held = claim_in(ctx.session, insolvency)
    if held is not None:
        raise AlreadyDeclared(reference=held.reference)
    found = declarable(ctx.session, insolvency, ctx.setting.procedures.dunning)
    if not found.total:
        raise NothingToDeclare(customer=insolvency.customer.name)
    approvals = granted(ctx, insolvency.reference)
    _warn(ctx, insolvency, channel, ApprovalKind.DEBT_CLAIM in approvals)
    claim = ctx.add(
        DebtClaim(
            reference=ctx.number("DEC"),
            insolvency=insolvency,
            declared_at=ctx.now(),
            channel=channel,
            invoices=[row.invoice.reference for row in found.rows],
            principal=found.principal,
            penalties=found.penalties,
            indemnity=found.indemnity,
        )
    )
    approval = deciding(approvals, ApprovalKind.DEBT_CLAIM)
    record(ctx, claim.reference, _declared(ctx, claim, approval))
    _write(ctx, claim, found)
    return claim


def _warn(ctx: Context, insolvency: Insolvency, channel: Channel, approved: bool) -> None:
    """What a careful creditor would check first."""
    deadlines = insolvency.deadlines
    if ctx.today() > deadlines.last_day:
        ctx.caution(ClaimTooLate(last_day=deadlines.last_day, relief=deadlines.relief))
    if channel != Channel.REGISTERED:
        ctx.caution(ClaimNotProved())
    if not approved:
        ctx.caution(ClaimNotApproved())


def _declared(ctx: Context, claim: DebtClaim, approval: str | None) -> DebtClaimDeclared:
    insolvency = claim.insolvency
    return DebtClaimDeclared(
        customer=insolvency.customer.reference,
        insolvency=insolvency.reference,
        invoices=tuple(claim.invoices),
        principal=claim.principal,
        penalties=claim.penalties,
        indemnity=claim.indemnity,
        total=claim.total,
        channel=claim.channel,
        last_day=insolvency.last_day,
        approval=approval,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )


def _write(ctx: Context, claim: DebtClaim, found: Declarable) -> None:
    """The letter to the representative, with the declaration joined."""
    insolvency = claim.insolvency
    keep_sent(
        ctx,
        to=receiver_key(insolvency),
        subject=f"Déclaration de créance {claim.reference} : {insolvency.customer.name}",
        body=(
            f"Maître,\n\nNous déclarons au passif de {insolvency.customer.name} une créance de "
            f"{format_euros(found.total)}, arrêtée au jour du jugement "
            f"({insolvency.judged_on:%d/%m/%Y}), pour {len(found.rows)} facture(s). La déclaration "
            "et ses pièces sont jointes.\n\nVeuillez agréer, Maître, nos salutations distinguées."
            f"\n\nLe service commercial\n{ctx.setting.company.name}"
        ),
        topic="litigation",
        channel=Channel(claim.channel),
        customer=insolvency.customer,
        about=claim.reference,
    )


def caution_insolvent(ctx: Context, customer: Customer) -> None:
    """Caution when the record says that earlier debts may no longer be asked for."""
    held = insolvency_of(ctx.session, ctx.run.id, customer.id, noted=True)
    if held is not None:
        ctx.caution(CustomerInsolvent(customer=customer.name, judged_on=held.judged_on))
