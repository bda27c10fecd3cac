"""Use cases that end a complaint: the customer's word, the proof, satisfaction."""

from sandbox.core.context import Context
from sandbox.crm.complaint_errors import NoPaperCalled, NotAnswered, NothingToReply, ProofMissing
from sandbox.crm.complaints import Complaint, ComplaintStatus, Satisfaction
from sandbox.crm.services.complaints import paper
from sandbox.journal import record, use_case
from sandbox.journal.payloads.complaints import (
    ComplaintReplied,
    ComplaintSettled,
    SatisfactionGiven,
)

WORST, BEST = 1, 5


@use_case(emits=(ComplaintReplied,), refuses=(NothingToReply,))
def reply_to_complaint(ctx: Context, complaint: Complaint, *, agreed: bool) -> Complaint:
    """The customer takes the solution, or does not."""
    complaint.replied(ctx.now(), agreed)
    payload = ComplaintReplied(complaint.customer.reference, complaint.solution, agreed)
    record(ctx, complaint.reference, payload)
    return complaint


@use_case(minutes=3, emits=(ComplaintSettled,), refuses=(NoPaperCalled, NotAnswered, ProofMissing))
def settle_complaint(ctx: Context, complaint: Complaint, *, proof: str = "") -> Complaint:
    """Close it on the paper that proves what was announced, and ask whether all went well."""
    shown = paper(ctx, proof, "proof")
    if complaint.needs_proof and shown is None:
        raise ProofMissing
    agreed = complaint.status == ComplaintStatus.AGREED
    complaint.settle(ctx.now(), shown)
    payload = ComplaintSettled(
        complaint.customer.reference, complaint.solution, agreed, shown, complaint.announced_on
    )
    record(ctx, complaint.reference, payload)
    return complaint


@use_case(emits=(SatisfactionGiven,))
def rate_service(ctx: Context, complaint: Complaint, *, score: int) -> Satisfaction:
    """The customer says how it went, from 1 to 5."""
    given = max(WORST, min(BEST, score))
    rated = Satisfaction(
        customer_id=complaint.customer_id, at=ctx.now(), about=complaint.reference, score=given
    )
    payload = SatisfactionGiven(complaint.customer.reference, complaint.reference, given)
    record(ctx, complaint.reference, payload)
    return ctx.add(rated)
