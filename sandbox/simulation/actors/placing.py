"""A customer's order lands on our desk, by whichever way it comes."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.models import Customer
from sandbox.erp.models import Order, OrderChannel, Quote
from sandbox.erp.services.checking import receive_order
from sandbox.erp.services.lines import LineDraft
from sandbox.simulation.actors.online import announce
from sandbox.simulation.actors.speaking import customer_key, customer_says
from sandbox.simulation.scene import between


def place_order(
    ctx: Context,
    customer: Customer,
    lines: list[LineDraft],
    *,
    quote: Quote | None = None,
    number: str | None = None,
    requested_on: date | None = None,
    channel: OrderChannel = OrderChannel.MAIL,
) -> Order:
    """An order lands, with the mail that brings it; its number is invented unless it is given."""
    key = customer_key(customer.reference)
    if number is None:
        subject = quote.reference if quote else ""
        number = f"BC-{between(ctx, (1000, 9999), key, 'number', subject)}"
    order = receive_order(
        ctx.acting_as(key),
        customer=customer,
        quote=quote,
        customer_reference=number,
        lines=lines,
        requested_on=requested_on,
        channel=channel,
    )
    if channel.paid_online:
        announce(ctx, order)
        return order
    customer_says(
        ctx,
        customer,
        "orders",
        topic="order",
        about=order.reference,
        order=order.customer_reference,
        quote=quote.reference if quote else "",
        date=f"{requested_on:%d/%m/%Y}" if requested_on else "dès que possible",
        amount=format_euros(order.net),
    )
    return order
