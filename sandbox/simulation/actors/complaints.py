"""Customers who complained: they weigh our answer by what was decided, then rate us."""

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.complaints import Liability, Remedy
from sandbox.core.context import Context
from sandbox.crm.complaints import Complaint, ComplaintStatus
from sandbox.crm.services import rate_service, reply_to_complaint
from sandbox.journal import subscribe
from sandbox.journal.payloads.complaints import ComplaintAnswered, ComplaintSettled
from sandbox.simulation.actors.speaking import customer_key, customer_says, soon
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.regard import COLD, TIRED, feel, loyalty_of
from sandbox.simulation.scene import customer_character, scene

# What the customer's character wants, for each remedy that is not just what was asked.
WANTED = {
    Remedy.REPLACEMENT: "replacement",
    Remedy.REDELIVERY: "replacement",
    Remedy.FULL_CREDIT: "credit",
    Remedy.PARTIAL_CREDIT: "credit",
    Remedy.DISCOUNT: "goodwill",
}
PLEASED, DISPLEASED, KEPT_WAITING = 6, -8, -6
# Loyalty of one more point of satisfaction.
STEP = 20


@subscribe(ComplaintAnswered)
def hear_answer(ctx: Context, reference: str, payload: ComplaintAnswered) -> None:
    """The customer reads our answer; a late one has cost us some regard already."""
    if scene(ctx) is None:
        return
    key, character = customer_key(payload.customer), customer_character(ctx, payload.customer)
    if payload.late:
        feel(ctx, key, KEPT_WAITING)
    soon(ctx, character.reacts_in, "customer_weighs_answer", key, reference)


@happens("customer_weighs_answer")
def weigh(ctx: Context, subject: str) -> None:
    """Yes to what was asked for, or to what suits; a refusal must be deserved."""
    complaint = ctx.find(Complaint, subject)
    if complaint.status != ComplaintStatus.ANSWERED:
        return
    customer, key = complaint.customer, customer_key(complaint.customer.reference)
    agreed = _takes(ctx, complaint, key)
    reply_to_complaint(ctx.acting_as(key), complaint, agreed=agreed)
    feel(ctx, key, PLEASED if agreed else DISPLEASED)
    occasion, topic = ("accepts_offer", "offer_agreed") if agreed else _declined()
    customer_says(ctx, customer, occasion, topic=topic, about=subject)


def _declined() -> tuple[str, str]:
    return "declines_offer", "offer_declined"


def _takes(ctx: Context, complaint: Complaint, key: str) -> bool:
    loyalty = loyalty_of(ctx, key)
    if complaint.solution == Remedy.REFUSAL:
        deserved = complaint.liability == Liability.CUSTOMER or not complaint.in_terms
        return deserved and complaint.studied and loyalty >= COLD
    if complaint.solution == complaint.asks:
        return True
    wants = customer_character(ctx, complaint.customer.reference).wants
    return loyalty >= TIRED and WANTED[Remedy(complaint.solution)] in wants


@subscribe(ComplaintSettled)
def be_asked(ctx: Context, reference: str, payload: ComplaintSettled) -> None:
    """The customer is asked how it went, and answers the next working day."""
    if scene(ctx) is not None:
        day = add_working_days(ctx.today(), 1)
        schedule(ctx, opening(day), "customer_rates", reference, agreed=payload.agreed)


@happens("customer_rates")
def rate(ctx: Context, subject: str, agreed: bool) -> None:
    """From 1 to 5: what the customer thinks of us, and how this affair ended."""
    complaint = ctx.find(Complaint, subject)
    key = customer_key(complaint.customer.reference)
    score = loyalty_of(ctx, key) // STEP + (1 if agreed else -1)
    rate_service(ctx.acting_as(key), complaint, score=score)
