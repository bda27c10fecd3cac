"""Use cases of orders before they are recorded: received, compared with the quote, corrected."""

from datetime import date

from sqlalchemy.orm.attributes import set_committed_value

from sandbox.core.context import Context
from sandbox.core.money import share
from sandbox.crm.models import Customer
from sandbox.erp.comparison import differences, sentences
from sandbox.erp.errors.selling import (
    BadDiscount,
    BadPrice,
    BadQuantity,
    NoDifference,
    NoQuote,
    NotToBeChecked,
    SilentCorrection,
    UnknownProduct,
)
from sandbox.erp.models import Order, OrderChannel, OrderLine, OrderStatus, Quote
from sandbox.erp.services.letters import write_to
from sandbox.erp.services.lines import LineDraft, price_all, total_up
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    DifferencesRaised,
    OrderCompared,
    OrderCorrected,
    OrderReceived,
)


@use_case(emits=(OrderReceived,), refuses=(UnknownProduct, BadQuantity, BadDiscount, BadPrice))
def receive_order(
    ctx: Context,
    *,
    customer: Customer,
    quote: Quote | None = None,
    customer_reference: str = "",
    lines: list[LineDraft],
    requested_on: date | None = None,
    channel: OrderChannel = OrderChannel.MAIL,
) -> Order:
    """A customer's order lands; what a line leaves out is as in the quote, or in the list."""
    order = Order(
        reference=ctx.number("CDE"),
        customer_id=customer.id,
        customer=customer,
        customer_reference=customer_reference,
        received_at=ctx.now(),
        requested_on=requested_on,
        status=OrderStatus.RECEIVED,
        channel=channel,
        quote_id=quote.id if quote else None,
        lines=price_all(ctx, OrderLine, lines, customer, quote),
    )
    # Setting a relation to None would blank the key that it shares with the row: the run's.
    set_committed_value(order, "quote", quote)
    _total_up(ctx, order, quote)
    if quote:
        order.take_terms(quote.offer_terms)
    if channel == OrderChannel.MARKETPLACE:
        order.commission = share(order.net, ctx.setting.procedures.sales.marketplace_commission)
    ctx.add(order)
    payload = OrderReceived(
        customer=customer.reference,
        quote=quote.reference if quote else None,
        customer_reference=customer_reference,
        new_customer=customer.known_since is None,
        unusual=order.unusual(ctx.setting.procedures.credit),
        net=order.net,
        gross=order.gross,
        requested_on=requested_on,
        differences=differences(order),
        channel=channel,
    )
    record(ctx, order.reference, payload)
    return order


def _total_up(ctx: Context, order: Order, quote: Quote | None) -> None:
    sales = ctx.setting.procedures.sales
    stated = quote.carriage if quote else None
    total_up(order, order.lines, stated, sales, order.customer)


@use_case(minutes=2, emits=(OrderCompared,), refuses=(NoQuote,))
def compare_order(ctx: Context, order: Order) -> tuple[str, ...]:
    """Lay an order beside the quote it answers; returns the codes of what differs."""
    quote, found = order.quoted(), differences(order)
    payload = OrderCompared(order.customer.reference, quote.reference, found)
    record(ctx, order.reference, payload)
    return found


@use_case(
    minutes=5,
    emits=(DifferencesRaised,),
    refuses=(NoQuote, NoDifference, NotToBeChecked),
)
def raise_differences(ctx: Context, order: Order) -> Order:
    """Tell the customer what differs from the quote, line by line; propose the quote's terms."""
    order.still_to_check()
    quote, found = order.quoted(), differences(order)
    if not found:
        raise NoDifference(reference=order.reference)
    record(ctx, order.reference, DifferencesRaised(order.customer.reference, found))
    told = "\n".join(f"- {sentence}" for sentence in sentences(order))
    write_to(
        ctx,
        order.customer,
        topic="difference",
        subject=f"Votre commande {order.known_as} et notre devis {quote.reference}",
        text=(
            f"Votre commande diffère de notre devis {quote.reference} :\n{told}\n\n"
            "Nous vous proposons de l'enregistrer aux conditions du devis. "
            "Pouvez-vous nous le confirmer ?"
        ),
        about=order.reference,
        proposal="align_on_quote",
    )
    return order


@use_case(emits=(OrderCorrected,), refuses=(NoQuote, NotToBeChecked))
def correct_order(ctx: Context, order: Order, *, by_agreement: bool = True) -> Order:
    """The order takes the lines and carriage of the quote, and the later of both dates."""
    order.still_to_check()
    quote = order.quoted()
    drafts = [
        LineDraft(line.product.reference, line.quantity, line.discount, line.unit_price)
        for line in quote.agreed_lines
    ]
    order.lines = price_all(ctx, OrderLine, drafts, order.customer, quote)
    ctx.add(order)
    named = [day for day in (quote.requested_on, order.requested_on) if day is not None]
    order.requested_on = max(named, default=None)
    _total_up(ctx, order, quote)
    payload = OrderCorrected(order.customer.reference, order.gross, by_agreement)
    record(ctx, order.reference, payload)
    return order


@use_case(
    minutes=3,
    emits=(OrderCorrected,),
    refuses=(NoQuote, NotToBeChecked),
    warns=(SilentCorrection,),
)
def align_order(ctx: Context, order: Order) -> Order:
    """Correct an order to the quote without asking the customer."""
    correct_order(ctx, order, by_agreement=False)
    ctx.caution(SilentCorrection())
    return order
