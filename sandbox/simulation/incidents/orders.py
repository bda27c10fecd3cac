"""Kinds of incident about orders: what customers order, against us or beyond their limit."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from sandbox.core.context import Context
from sandbox.core.money import WHOLE, divide_half_up, format_euros, format_rate
from sandbox.core.solvency import Health
from sandbox.core.units import Cents, Days, Rate
from sandbox.crm.models import Customer
from sandbox.crm.services import create_customer
from sandbox.erp.models import Order, OrderChannel, QuoteLine
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services.answering import accept_quote
from sandbox.erp.services.lines import LineDraft
from sandbox.simulation.actors.customer import cut
from sandbox.simulation.actors.placing import place_order
from sandbox.simulation.actors.speaking import customer_key
from sandbox.simulation.filling import Facts, in_letters
from sandbox.simulation.incidents.finding import order_under_way, sent_quote
from sandbox.simulation.incidents.kinds import NothingToStrike, Params, kind, told
from sandbox.supply.models import Product

ROUND = 100


def order_facts(order: Order) -> Facts:
    """What an order lets an incident name."""
    return {
        "customer": order.customer.reference,
        "order": order.reference,
        "about": order.reference,
        "order_number": order.known_as,
        "amount": format_euros(order.gross),
        "date": in_letters(order.requested_on) if order.requested_on else "",
    }


def drafts(units: dict[str, int]) -> list[LineDraft]:
    """Lines of an order: units by article."""
    return [LineDraft(product, quantity) for product, quantity in units.items()]


@dataclass(frozen=True, kw_only=True)
class DiffersParams(Params):
    """How the order departs from the quote it answers."""

    customer: str = field(default="", metadata=told("Client", of="customer"))
    quote: str = field(
        default="", metadata=told("Devis", help_text="Vide : le dernier devis envoyé.")
    )
    price: Rate = field(default=400, metadata=told("Baisse de prix"))
    earlier: Days = field(default=3, metadata=told("Jours d'avance sur la date"))


@kind("po_differs", "Commande différente du devis", DiffersParams)
def differ(ctx: Context, params: DiffersParams) -> Facts:
    """The customer takes the quote, at a lower price and for an earlier day."""
    quote = sent_quote(ctx, params.quote, params.customer)
    accept_quote(ctx.acting_as(customer_key(quote.customer.reference)), quote)
    lines = [_cheaper(line, params.price) for line in quote.firm_lines]
    wanted = quote.requested_on and quote.requested_on - timedelta(days=params.earlier)
    order = place_order(ctx, quote.customer, lines, quote=quote, requested_on=wanted)
    return order_facts(order) | {"quote": quote.reference, "rate": format_rate(params.price)}


def _cheaper(line: QuoteLine, price: Rate) -> LineDraft:
    reference = line.product.reference
    return LineDraft(reference, line.quantity, line.discount, cut(line.unit_price, price))


@dataclass(frozen=True, kw_only=True)
class OrderParams(Params):
    """What is ordered, by whom, for when."""

    customer: str = field(metadata=told("Client", of="customer"))
    units: dict[str, int] = field(
        default_factory=dict, metadata=told("Articles et quantités", of="products")
    )
    number: str = field(default="", metadata=told("Numéro de commande du client"))
    requested_on: date | None = field(default=None, metadata=told("Date souhaitée"))


@kind("order", "Commande d'un client", OrderParams)
def order(ctx: Context, params: OrderParams) -> Facts:
    """An order lands without a quote."""
    return order_facts(_place(ctx, params, params.units))


def _place(
    ctx: Context,
    params: OrderParams,
    units: dict[str, int],
    channel: OrderChannel = OrderChannel.MAIL,
) -> Order:
    if not units:
        raise NothingToStrike(missing="il faut au moins un article.")
    customer = ctx.find(Customer, params.customer)
    said: dict[str, Any] = {"number": params.number or None, "requested_on": params.requested_on}
    return place_order(ctx, customer, drafts(units), channel=channel, **said)


@dataclass(frozen=True, kw_only=True)
class OnlineParams(OrderParams):
    """An order paid by card, on our web shop or on a marketplace."""

    channel: Literal["web_shop", "marketplace"] = field(
        default="marketplace", metadata=told("D'où elle vient")
    )


@kind("online_order", "Commande payée en ligne", OnlineParams)
def order_online(ctx: Context, params: OnlineParams) -> Facts:
    """An order comes by the web shop or the marketplace, already paid."""
    placed = _place(ctx, params, params.units, OrderChannel(params.channel))
    return order_facts(placed)


@dataclass(frozen=True, kw_only=True)
class OverLimitParams(OrderParams):
    """Leave the articles out: enough of one article is ordered to pass the limit."""

    product: str = field(
        default="", metadata=told("Article, si la quantité est à calculer", of="product")
    )
    excess: Rate = field(default=2400, metadata=told("Dépassement du plafond"))


@kind("over_limit", "Commande au-delà du plafond d'encours", OverLimitParams)
def pass_limit(ctx: Context, params: OverLimitParams) -> Facts:
    """An ordinary order takes the outstanding beyond the limit."""
    customer = ctx.find(Customer, params.customer)
    units = params.units or _enough(ctx, customer, params)
    placed = _place(ctx, params, units)
    owed = outstanding(ctx.session, ctx.run.id, customer, ctx.today(), about=placed)
    excess = owed.excess(ctx.setting.procedures.credit)
    return order_facts(placed) | {"held": format_euros(excess)}


def _enough(ctx: Context, customer: Customer, params: OverLimitParams) -> dict[str, int]:
    """Units of an article that take the customer past its limit by the rate asked for."""
    if not params.product:
        raise NothingToStrike(missing="il faut des articles, ou un article à multiplier.")
    product = ctx.find(Product, params.product)
    owed = outstanding(ctx.session, ctx.run.id, customer, ctx.today())
    wanted = divide_half_up(customer.credit_limit * (WHOLE + params.excess), WHOLE)
    left = max(wanted - owed.counted(ctx.setting.procedures.credit), 0)
    return {product.reference: 1 + left // _with_tax(product)}


def _with_tax(product: Product) -> Cents:
    """Price of a unit with tax, in cents: near enough to count units with."""
    return max(1, divide_half_up(product.price * (WHOLE + product.vat_rate), WHOLE * ROUND))


@dataclass(frozen=True, kw_only=True)
class NewcomerParams(Params):
    """Somebody nobody knows orders much, on long terms."""

    name: str = field(default="Comptoir des Arènes", metadata=told("Nom"))
    siren: str = field(default="000223016", metadata=told("SIREN"))
    town: str = field(default="Le Mans", metadata=told("Ville"))
    postcode: str = field(default="72000", metadata=told("Code postal"))
    units: dict[str, int] = field(
        default_factory=lambda: {"MOB-001": 24},
        metadata=told("Articles et quantités", of="products"),
    )
    days: Days = field(default=45, metadata=told("Délai de paiement demandé, en jours"))


@kind("new_customer", "Nouveau client, commande inhabituelle", NewcomerParams)
def arrive(ctx: Context, params: NewcomerParams) -> Facts:
    """The field salesperson opens a bare record, and a large order lands."""
    customer = create_customer(
        ctx.acting_as("sales_rep"),
        name=params.name,
        siren=params.siren,
        street="4 rue des Essais",
        town=params.town,
        postcode=params.postcode,
    )
    customer.contacts, customer.health = [], Health.STRUCK_OFF
    placed = place_order(ctx, customer, drafts(params.units))
    return order_facts(placed) | {"quantity": str(params.days), "number": params.siren}


@dataclass(frozen=True, kw_only=True)
class CancellationParams(Params):
    """Which order its customer wants to take back."""

    customer: str = field(default="", metadata=told("Client", of="customer"))
    order: str = field(
        default="", metadata=told("Commande", help_text="Vide : la dernière en cours.")
    )
    product: str = field(
        default="", metadata=told("Article fait sur mesure, s'il y en a", of="product")
    )


@kind("cancellation", "Annulation d'une commande", CancellationParams)
def cancel(ctx: Context, params: CancellationParams) -> Facts:
    """The customer changes its mind: only the message says so, the order stands."""
    found = order_under_way(ctx, params.order, params.customer)
    return order_facts(found) | ({"product": params.product} if params.product else {})


@dataclass(frozen=True, kw_only=True)
class ConditionsParams(OrderParams):
    """An order with the customer's own conditions of purchase."""

    days: Days = field(default=90, metadata=told("Délai de paiement exigé, en jours"))


@kind("purchase_conditions", "Commande aux conditions d'achat du client", ConditionsParams)
def impose(ctx: Context, params: ConditionsParams) -> Facts:
    """The order comes with terms that the law does not allow."""
    placed = _place(ctx, params, params.units)
    return order_facts(placed) | {"quantity": str(params.days)}
