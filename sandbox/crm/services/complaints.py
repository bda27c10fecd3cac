"""Use cases of complaints: opened, acknowledged, studied, answered, settled."""

from datetime import date

from sqlalchemy import select

from sandbox.core.calendar import add_working_minutes
from sandbox.core.complaints import MONEY, ComplaintNature, Liability, Remedy
from sandbox.core.context import Context
from sandbox.core.errors import Caution
from sandbox.core.papers import is_known
from sandbox.core.units import Cents
from sandbox.crm.complaint_errors import (
    AcknowledgedAlready,
    AmountMissing,
    AnnouncedInThePast,
    ComplaintNotOpen,
    ComplaintUnstudied,
    ComplaintUntold,
    GestureAboveDelegation,
    NoPaperCalled,
    OutOfTerms,
    RefusalUnexplained,
    SinceInTheFuture,
)
from sandbox.crm.complaints import Complaint, ComplaintStatus
from sandbox.crm.errors import EmptyMessage
from sandbox.crm.models import Channel, Customer
from sandbox.crm.people_errors import ChannelUnfit
from sandbox.crm.privacy_errors import SensitiveWords
from sandbox.crm.privacy_warning import caution_sensitive
from sandbox.crm.services.mailbox import send_message
from sandbox.journal import record, use_case
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import ApprovalDecided, MessageSent
from sandbox.journal.payloads.complaints import (
    ComplaintAcknowledged,
    ComplaintAnswered,
    ComplaintChecked,
    ComplaintOpened,
    ComplaintQualified,
)

REASON_WORDS = 8


@use_case(
    minutes=4,
    emits=(ComplaintOpened,),
    refuses=(ComplaintUntold, NoPaperCalled),
    warns=(SensitiveWords,),
)
def open_complaint(
    ctx: Context,
    customer: Customer,
    *,
    nature: ComplaintNature,
    asks: Remedy,
    text: str,
    about: str | None = None,
    source: str | None = None,
) -> Complaint:
    """Open a customer's complaint: nature, document concerned, what is asked for.

    ``source`` is the reference of the message or of the call that it came by.
    """
    if not text.strip():
        raise ComplaintUntold
    rules, now = ctx.setting.procedures.complaints, ctx.now()
    complaint = Complaint(
        nature=nature,
        asks=asks,
        text=text.strip(),
        about=paper(ctx, about, "about"),
        source=paper(ctx, source, "source"),
        opened_at=now,
        acknowledge_by=add_working_minutes(now, rules.acknowledge_minutes),
        answer_by=add_working_minutes(now, rules.answer_minutes),
        status=ComplaintStatus.OPEN,
        rounds=0,
        cost=0,
        checked=[],
        solution="",
        liability="",
    )
    complaint.customer_id, complaint.customer = customer.id, customer
    ctx.add(complaint)
    complaint.reference = f"REC-{complaint.id:06d}"
    caution_sensitive(ctx, text)
    payload = ComplaintOpened(
        customer.reference,
        customer.business,
        nature,
        complaint.about,
        complaint.source,
        asks,
        complaint.acknowledge_by,
        complaint.answer_by,
        tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, complaint.reference, payload)
    return complaint


def paper(ctx: Context, reference: str | None, field: str) -> str | None:
    """A reference that something of the run bears; raises NoPaperCalled beside a field."""
    named = (reference or "").strip()
    if not named:
        return None
    if not is_known(ctx.session, ctx.run.id, named):
        raise NoPaperCalled(field, named)
    return named


@use_case(
    minutes=3,
    emits=(ComplaintAcknowledged, MessageSent),
    refuses=(AcknowledgedAlready, EmptyMessage),
    warns=(ChannelUnfit,),
)
def acknowledge_complaint(
    ctx: Context, complaint: Complaint, *, text: str, channel: Channel = Channel.EMAIL
) -> Complaint:
    """Tell the customer that the complaint is dealt with, and when the answer will come."""
    complaint.acknowledge(ctx.now())
    _write(ctx, complaint, f"Votre réclamation {complaint.reference}", text, channel)
    late = ctx.now() > complaint.acknowledge_by
    payload = ComplaintAcknowledged(complaint.customer.reference, channel, late)
    record(ctx, complaint.reference, payload)
    return complaint


@use_case(minutes=4, emits=(ComplaintQualified,), refuses=(ComplaintNotOpen, SinceInTheFuture))
def qualify_complaint(
    ctx: Context,
    complaint: Complaint,
    *,
    nature: ComplaintNature,
    liability: Liability,
    since: date | None = None,
) -> Complaint:
    """Say what it is, whose doing, and from which day the delay to complain runs."""
    complaint.must_be_open()
    opened = complaint.opened_at.date()
    if since is not None and since > opened:
        raise SinceInTheFuture
    customer = complaint.customer
    complaint.nature, complaint.liability, complaint.since = nature, liability, since
    complaint.days = None if since is None else (opened - since).days
    rules = ctx.setting.procedures.complaints
    complaint.allowed = rules.days(nature, business=customer.business)
    complaint.qualified_at = ctx.now()
    payload = ComplaintQualified(
        customer.reference,
        customer.business,
        nature,
        complaint.about,
        liability,
        since,
        complaint.days,
        complaint.allowed,
    )
    record(ctx, complaint.reference, payload)
    return complaint


@use_case(minutes=6, emits=(ComplaintChecked,), refuses=(ComplaintNotOpen, NoPaperCalled))
def check_complaint(
    ctx: Context, complaint: Complaint, *, documents: tuple[str, ...], finding: str = ""
) -> Complaint:
    """Establish the facts on documents; ``finding`` says what they show."""
    complaint.must_be_open()
    read = (paper(ctx, each, "other") for each in documents)
    complaint.checked = list(dict.fromkeys([*complaint.checked, *(each for each in read if each)]))
    complaint.finding, complaint.checked_at = finding.strip(), ctx.now()
    payload = ComplaintChecked(
        complaint.customer.reference, tuple(complaint.checked), len(finding.split())
    )
    record(ctx, complaint.reference, payload)
    return complaint


@use_case(
    minutes=8,
    emits=(ComplaintAnswered, MessageSent),
    refuses=(
        AmountMissing,
        AnnouncedInThePast,
        ComplaintNotOpen,
        EmptyMessage,
        RefusalUnexplained,
    ),
    warns=(ChannelUnfit, ComplaintUnstudied, GestureAboveDelegation, OutOfTerms),
)
def answer_complaint(
    ctx: Context,
    complaint: Complaint,
    *,
    solution: Remedy,
    text: str,
    cost: Cents = 0,
    announced_on: date | None = None,
    channel: Channel = Channel.EMAIL,
) -> Complaint:
    """Write the solution to the customer, or the refusal with its reason; ``cost`` in cents."""
    if solution in MONEY and cost <= 0:
        raise AmountMissing
    if solution == Remedy.REFUSAL and len(text.split()) < REASON_WORDS:
        raise RefusalUnexplained
    if announced_on is not None and announced_on < ctx.today():
        raise AnnouncedInThePast
    late = ctx.now() > complaint.answer_by
    complaint.answered(ctx.now(), solution, cost, announced_on)
    complaint.answer = text.strip()
    approved = gesture_approved(ctx, complaint.reference)
    cautions = _warn(ctx, complaint, approved)
    _write(ctx, complaint, f"Réponse à votre réclamation {complaint.reference}", text, channel)
    payload = ComplaintAnswered(
        customer=complaint.customer.reference,
        nature=complaint.nature,
        liability=complaint.liability,
        asks=complaint.asks,
        solution=solution,
        cost=complaint.cost,
        announced_on=announced_on,
        approved=approved,
        in_terms=complaint.in_terms,
        late=late,
        words=len(text.split()),
        cautions=cautions,
    )
    record(ctx, complaint.reference, payload)
    return complaint


def _warn(ctx: Context, complaint: Complaint, approved: bool) -> tuple[str, ...]:
    """What the procedure has to say of an answer: names of the cautions, warned of."""
    breaches: list[Caution] = []
    if not complaint.studied:
        breaches.append(ComplaintUnstudied())
    most = ctx.setting.procedures.level(ctx.setting.learner_post).goodwill
    if complaint.cost > most and not approved:
        breaches.append(GestureAboveDelegation())
    elif not complaint.in_terms and complaint.solution != Remedy.REFUSAL and not approved:
        breaches.append(OutOfTerms())
    for breach in breaches:
        ctx.caution(breach)
    return tuple(breach.code for breach in breaches)


def gesture_approved(ctx: Context, reference: str) -> bool:
    """Whether somebody with more power has said yes about this complaint, as the journal tells."""
    about, yes = f'"about":"{reference}"', '"granted":true'
    kept = (
        JournalEntry.run_id == ctx.run.id,
        JournalEntry.verb == ApprovalDecided.verb,
        JournalEntry.payload.contains(about, autoescape=True),
        JournalEntry.payload.contains(yes, autoescape=True),
    )
    return ctx.session.scalar(select(JournalEntry.seq).where(*kept).limit(1)) is not None


def _write(ctx: Context, complaint: Complaint, subject: str, text: str, channel: Channel) -> None:
    customer = complaint.customer
    send_message(
        ctx,
        to=f"customer:{customer.reference}",
        subject=subject,
        body=text,
        topic="claim",
        channel=channel,
        customer=customer,
        about=complaint.reference,
    )
