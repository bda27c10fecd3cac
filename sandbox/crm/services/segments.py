"""Use cases of the segments made by hand."""

from sqlalchemy import delete, select

from sandbox.core.context import Context
from sandbox.crm.merge_errors import InSegmentAlready, NotByHand, NotInSegment
from sandbox.crm.models import Customer
from sandbox.crm.segments import SegmentMember
from sandbox.journal import record, use_case
from sandbox.journal.payloads.people import SegmentJoined, SegmentQuitted


@use_case(minutes=1, emits=(SegmentJoined,), refuses=(NotByHand, InSegmentAlready))
def put_in_segment(ctx: Context, customer: Customer, *, code: str) -> SegmentMember:
    """Put a customer in a segment that is made by hand."""
    _by_hand(ctx, code)
    if _member(ctx, customer, code) is not None:
        raise InSegmentAlready(name=customer.name)
    member = ctx.add(SegmentMember(customer_id=customer.id, code=code))
    record(ctx, customer.reference, SegmentJoined(customer.reference, code))
    return member


@use_case(minutes=1, emits=(SegmentQuitted,), refuses=(NotByHand, NotInSegment))
def take_out_of_segment(ctx: Context, customer: Customer, *, code: str) -> None:
    """Take a customer out of a segment that is made by hand."""
    _by_hand(ctx, code)
    member = _member(ctx, customer, code)
    if member is None:
        raise NotInSegment(name=customer.name)
    row = (SegmentMember.run_id == ctx.run.id, SegmentMember.id == member.id)
    ctx.session.execute(delete(SegmentMember).where(*row))
    record(ctx, customer.reference, SegmentQuitted(customer.reference, code))


def _by_hand(ctx: Context, code: str) -> None:
    rules = ctx.setting.procedures.segments
    if not any(rule.code == code and rule.by_hand for rule in rules):
        raise NotByHand


def _member(ctx: Context, customer: Customer, code: str) -> SegmentMember | None:
    row = (SegmentMember.customer_id == customer.id, SegmentMember.code == code)
    query = select(SegmentMember).where(SegmentMember.run_id == ctx.run.id, *row)
    return ctx.session.scalar(query)
