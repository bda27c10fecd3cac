"""The web shop and the marketplace: they say that an order came, and pay out what was cashed."""

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.core.money import format_euros, format_rate
from sandbox.crm.services import receive_message
from sandbox.erp.models import Invoice, Order, OrderChannel
from sandbox.erp.models.order_life import OVER
from sandbox.erp.queries.periodic import orders_of
from sandbox.journal import subscribe
from sandbox.journal.payloads import OrderReceived
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.actors.speaking import customer_key
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import scene

SHOP = "Boutique en ligne"
PAYS_OUT_AFTER = 2
_SHOP = (
    "Commande {number} de {customer}, payée par carte : {amount} TTC.\n"
    "Livraison souhaitée : {wanted}.\n\n"
    "L'acheteur a reçu un récapitulatif automatique ; il attend votre accusé de réception avec "
    "une date. Le paiement sera reversé sous deux jours ouvrés."
)
_MARKET = (
    "Commande {number} de {customer}, payée sur notre place de marché : {amount} TTC.\n"
    "Livraison souhaitée : {wanted}.\n\n"
    "Nous vous reversons ce montant sous deux jours ouvrés ; notre commission ({rate}, soit "
    "{commission} HT) fait l'objet d'une facture mensuelle. Le délai de confirmation compte dans "
    "votre note de vendeur."
)


def announce(ctx: Context, order: Order) -> None:
    """The shop or the marketplace brings the order; nobody wrote a letter."""
    sales, market = ctx.setting.procedures.sales, order.channel == OrderChannel.MARKETPLACE
    wanted = f"{order.requested_on:%d/%m/%Y}" if order.requested_on else "dès que possible"
    body = (_MARKET if market else _SHOP).format(
        number=order.known_as,
        customer=order.customer.name,
        amount=format_euros(order.gross),
        wanted=wanted,
        rate=format_rate(sales.marketplace_commission),
        commission=format_euros(order.commission),
    )
    key = customer_key(order.customer.reference)
    receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=sales.marketplace if market else SHOP,
        family="client",
        topic="order",
        subject=f"Nouvelle commande {order.known_as}",
        body=body,
        customer=order.customer,
        about=order.reference,
    )


@subscribe(OrderReceived)
def cash(ctx: Context, reference: str, payload: OrderReceived) -> None:
    """What the buyer paid by card is paid out to us."""
    if scene(ctx) is not None and OrderChannel(payload.channel).paid_online:
        at = opening(add_working_days(ctx.today(), PAYS_OUT_AFTER))
        schedule(ctx, at, "shop_pays_out", reference)


def paid_online(ctx: Context, invoice: Invoice) -> bool:
    """Whether the buyer paid as it ordered: nothing more comes for this invoice."""
    return any(order.paid_online for order in orders_of(ctx.session, invoice))


@happens("shop_pays_out")
def pay_out(ctx: Context, subject: str) -> None:
    """The whole price: the commission of a marketplace has its own invoice.

    An order declined or given up since is paid back to its buyer, and nothing comes to us.
    """
    order, sales = ctx.find(Order, subject), ctx.setting.procedures.sales
    if order.status in OVER:
        return
    market = order.channel == OrderChannel.MARKETPLACE
    payer = sales.marketplace if market else SHOP
    label = f"VIR {payer} {order.known_as}".upper()
    credit(ctx, order.customer, order.gross, label, payer)
