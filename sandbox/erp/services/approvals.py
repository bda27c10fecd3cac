"""Asking somebody with more power for a decision, and their answer."""

from dataclasses import dataclass

from sandbox.core.context import Context
from sandbox.core.setting import DelegationLevel
from sandbox.core.units import Cents
from sandbox.crm.complaints import Complaint
from sandbox.crm.models import Channel, Customer
from sandbox.crm.services import receive_message
from sandbox.erp.errors.selling import AlreadyAsked, AlreadyDecided, UnknownDocument, UnknownPost
from sandbox.erp.models import Approval, ApprovalKind, ApprovalStatus, Invoice, Order, Quote
from sandbox.erp.models.insolvency import Insolvency
from sandbox.erp.models.solvency import SolvencyFile
from sandbox.erp.queries.approvals import Document, document_called
from sandbox.erp.queries.credit import approvals_about
from sandbox.erp.queries.insolvency import declarable
from sandbox.erp.services.credit import outstanding_of
from sandbox.erp.services.quoting import discount_allowed
from sandbox.journal import record, use_case
from sandbox.journal.payloads import ApprovalDecided, ApprovalRequested

SUBJECTS = {
    ApprovalKind.DISCOUNT: "la remise",
    ApprovalKind.OVER_LIMIT: "le dépassement de plafond",
    ApprovalKind.ORDER_AMOUNT: "le montant",
    ApprovalKind.FORMAL_NOTICE: "la mise en demeure",
    ApprovalKind.GOODWILL: "le geste commercial",
    ApprovalKind.PAYMENT_PLAN: "l'échéancier",
    ApprovalKind.DEBT_CLAIM: "la déclaration de créance",
    ApprovalKind.CREDIT_LIMIT: "le plafond",
    ApprovalKind.LITIGATION: "la remise au contentieux",
}


@dataclass(frozen=True)
class Need:
    """Whether the delegation table asks for a decision, and the cents at stake."""

    needed: bool
    amount: Cents


@use_case(
    minutes=6,
    emits=(ApprovalRequested,),
    refuses=(UnknownDocument, UnknownPost, AlreadyAsked),
)
def request_approval(
    ctx: Context,
    *,
    kind: ApprovalKind,
    about: str,
    amount: Cents = 0,
    facts: str = "",
    options: str = "",
    recommendation: str = "",
    post: str = "director",
) -> Approval:
    """Ask a post for a decision on a document: facts, options, recommendation.

    What waits on the desk of somebody who is away may be asked of another post, in their place.
    """
    if ctx.setting.colleague(post) is None:
        raise UnknownPost(post=post)
    document = _document(ctx, about)
    _not_asked_yet(ctx, kind, document.reference, post)
    need = needed(ctx, kind, document, amount)
    approval = ctx.add(
        Approval(
            kind=kind,
            about=document.reference,
            customer_id=document.customer.id,
            customer=document.customer,
            post=post,
            amount=amount or need.amount,
            facts=facts.strip(),
            options=options.strip(),
            recommendation=recommendation.strip(),
            status=ApprovalStatus.REQUESTED,
            requested_at=ctx.now(),
        )
    )
    approval.reference = f"ACC-{approval.id:06d}"
    payload = ApprovalRequested(
        kind=kind,
        about=document.reference,
        customer=document.customer.reference,
        post=post,
        amount=approval.amount,
        needed=need.needed,
        options=bool(approval.options),
        recommendation=bool(approval.recommendation),
    )
    record(ctx, approval.reference, payload)
    return approval


def _document(ctx: Context, about: str) -> Document:
    """What an approval may be asked about, by its reference; raises UnknownDocument."""
    document = document_called(ctx.session, ctx.run.id, about)
    if document is None:
        raise UnknownDocument(about=about)
    return document


def _not_asked_yet(ctx: Context, kind: ApprovalKind, about: str, post: str) -> None:
    """One question waits for one answer; it is passed on when nobody sits at the desk asked."""
    for asked in approvals_about(ctx.session, ctx.run.id, about):
        if asked.kind != kind or not asked.stands:
            continue
        person = ctx.setting.colleague(asked.post)
        if asked.granted or asked.post == post or not (person and person.is_away(ctx.now())):
            raise AlreadyAsked(about=about)
        asked.pass_on()


def needed(ctx: Context, kind: ApprovalKind, document: Document, amount: Cents = 0) -> Need:
    """What the delegation table says of this question on this document, for so many cents."""
    level = ctx.setting.procedures.level(ctx.setting.learner_post)
    match kind, document:
        case ApprovalKind.DISCOUNT, Quote():
            most = discount_allowed(level.discount, document.customer)
            return Need(document.highest_discount > most, document.net)
        case ApprovalKind.ORDER_AMOUNT, Quote() | Order():
            return Need(document.net > level.order_net, document.net)
        case ApprovalKind.OVER_LIMIT, Order():
            return _over_limit(ctx, level, document)
        case ApprovalKind.GOODWILL, Complaint():
            return Need(amount > level.goodwill, amount)
        case ApprovalKind.FORMAL_NOTICE, Invoice():
            return Need(_decided_elsewhere(ctx, "formal_notice"), document.balance)
        case ApprovalKind.LITIGATION, Invoice():
            return Need(_decided_elsewhere(ctx, "litigation"), document.balance)
        case ApprovalKind.GOODWILL, Invoice():
            return Need(amount > level.goodwill, amount)
        case ApprovalKind.PAYMENT_PLAN, Invoice():
            return Need(True, document.balance)
        case _:
            return _of_a_file(ctx, kind, document)


def _of_a_file(ctx: Context, kind: ApprovalKind, document: Document) -> Need:
    """The same of what is no sale: a complaint, proceedings, a solvency file."""
    match document:
        case Complaint():
            return Need(False, document.cost)
        case SolvencyFile():
            return Need(kind == ApprovalKind.CREDIT_LIMIT, document.limit)
        case Insolvency():
            owed = declarable(ctx.session, document, ctx.setting.procedures.dunning)
            return Need(kind == ApprovalKind.DEBT_CLAIM, owed.total)
        case _:
            return Need(False, document.gross)


def _over_limit(ctx: Context, level: DelegationLevel, order: Order) -> Need:
    credit = ctx.setting.procedures.credit
    owed = outstanding_of(ctx, order.customer, order)
    return Need(owed.excess_rate(credit) > level.over_limit, owed.excess(credit))


def _decided_elsewhere(ctx: Context, level: str) -> bool:
    """Whether the procedure leaves a step to another post than the learner's.

    One that it does not speak of is left to the management when it leads to court.
    """
    steps = ctx.setting.procedures.dunning.steps
    deciders = [step.decided_by for step in steps if step.level == level]
    if not deciders:
        return level == "litigation"
    return any(by not in ("learner", ctx.setting.learner_post) for by in deciders)


@use_case(emits=(ApprovalDecided,), refuses=(AlreadyDecided,))
def decide_approval(
    ctx: Context, approval: Approval, *, granted: bool, comment: str = ""
) -> Approval:
    """The post that was asked answers, and writes to say so."""
    approval.decide(granted, comment.strip(), ctx.now())
    payload = ApprovalDecided(
        kind=approval.kind,
        about=approval.about,
        customer=approval.customer.reference,
        granted=granted,
    )
    record(ctx, approval.reference, payload)
    _answer(ctx, approval, approval.customer)
    return approval


def _answer(ctx: Context, approval: Approval, customer: Customer) -> None:
    person = ctx.setting.colleague(approval.post)
    verdict = "Accord donné" if approval.granted else "Accord refusé"
    what = f"{SUBJECTS[ApprovalKind(approval.kind)]} ({approval.about}, {customer.name})"
    receive_message(
        ctx,
        sender=approval.post,
        sender_name=person.name if person else approval.post,
        family="interne",
        topic="approval",
        subject=f"{verdict} : {approval.about}",
        body=f"{verdict} pour {what}.\n\n{approval.comment}".strip(),
        channel=Channel.CHAT,
        customer=customer,
        about=approval.about,
    )
