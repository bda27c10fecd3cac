"""What becomes of a quote once it left: followed up, accepted, declined, expired."""

from sandbox.core.context import Context
from sandbox.erp.errors.common import TooEarly
from sandbox.erp.errors.offering import NotAnOption, RefusalUntold
from sandbox.erp.errors.selling import ExpiredQuote, NotSent
from sandbox.erp.models import Quote, QuoteStatus, RefusalReason
from sandbox.erp.services.letters import write_to
from sandbox.journal import record, use_case
from sandbox.journal.payloads import QuoteAccepted, QuoteDeclined, QuoteExpired, QuoteFollowedUp


@use_case(minutes=3, emits=(QuoteFollowedUp,), refuses=(NotSent,), warns=(TooEarly,))
def follow_up_quote(ctx: Context, quote: Quote) -> Quote:
    """Ask the customer for an answer to a quote."""
    quote.awaited()
    due = quote.follow_up_from(ctx.setting.procedures.sales.follow_up_from_days)
    if ctx.today() < due:
        ctx.caution(TooEarly(step="la relance d'un devis", from_on=due))
    quote.followed_up_at = ctx.now()
    payload = QuoteFollowedUp(
        customer=quote.customer.reference,
        sent_on=quote.left_on,
        valid_until=quote.ends_on,
    )
    record(ctx, quote.reference, payload)
    write_to(
        ctx,
        quote.customer,
        topic="quote",
        subject=f"Votre avis sur notre devis {quote.reference}",
        text=(
            f"Avez-vous pu étudier notre devis {quote.reference} ? Il est valable jusqu'au "
            f"{quote.ends_on:%d/%m/%Y} ; je réponds volontiers à vos questions."
        ),
        about=quote.reference,
    )
    return quote


@use_case(emits=(QuoteAccepted,), refuses=(ExpiredQuote, NotSent, NotAnOption))
def accept_quote(
    ctx: Context, quote: Quote, *, options: list[int] | None = None, signed_by: str = ""
) -> Quote:
    """The customer says yes, with the options at these positions, on the copy that it signed."""
    quote.accept(ctx.now(), options or ())
    quote.signed_by = signed_by
    taken = tuple(line.product.reference for line in quote.options if line.taken)
    record(ctx, quote.reference, QuoteAccepted(quote.customer.reference, taken))
    return quote


@use_case(emits=(QuoteDeclined,), refuses=(NotSent, RefusalUntold))
def decline_quote(ctx: Context, quote: Quote, *, reason: RefusalReason, words: str = "") -> Quote:
    """The customer says no, and why."""
    quote.decline(reason, words, ctx.now())
    record(ctx, quote.reference, QuoteDeclined(quote.customer.reference, reason))
    return quote


@use_case(emits=(QuoteExpired,), refuses=(NotSent,))
def expire_quote(ctx: Context, quote: Quote) -> Quote:
    """The validity passes without an answer."""
    quote.close(QuoteStatus.EXPIRED, ctx.now())
    record(ctx, quote.reference, QuoteExpired(quote.customer.reference))
    return quote
