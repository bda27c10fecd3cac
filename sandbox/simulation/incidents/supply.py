"""Kinds of incident about suppliers, trucks and shelves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.core.calendar import add_working_days
from sandbox.core.context import Context
from sandbox.core.units import Days
from sandbox.simulation.actors.speaking import supplier_key
from sandbox.simulation.actors.supplier import promise_date
from sandbox.simulation.filling import Facts, in_letters
from sandbox.simulation.incidents.finding import open_purchase
from sandbox.simulation.incidents.kinds import NothingToStrike, Params, kind, told
from sandbox.simulation.regard import fall_silent
from sandbox.supply.models import Product, PurchaseOrder, Supplier
from sandbox.supply.services import arrive_goods

LATEST = "Vide : la dernière en cours."


def purchase_facts(order: PurchaseOrder) -> Facts:
    """What a purchase order lets an incident name."""
    return {
        "supplier": order.supplier.reference,
        "purchase": order.reference,
        "about": order.reference,
        "product": order.lines[0].product.reference,
        "quantity": str(sum(line.outstanding for line in order.lines)),
        "date": in_letters(order.due_on),
    }


@dataclass(frozen=True, kw_only=True)
class DelayParams(Params):
    """Which purchase order is put off, by how much."""

    purchase: str = field(default="", metadata=told("Commande fournisseur", help_text=LATEST))
    supplier: str = field(default="", metadata=told("Fournisseur", of="supplier"))
    days: Days = field(default=12, metadata=told("Jours ouvrés de retard"))


@kind("supplier_delay", "Retard d'un fournisseur", DelayParams)
def put_off(ctx: Context, params: DelayParams) -> Facts:
    """The supplier writes another date; the truck comes when it says."""
    order = open_purchase(ctx, params.purchase, params.supplier)
    before = in_letters(order.due_on)
    promise_date(ctx, order, add_working_days(order.due_on, params.days), "late")
    return purchase_facts(order) | {"before": before}


@dataclass(frozen=True, kw_only=True)
class SilentParams(Params):
    """Who stops answering."""

    supplier: str = field(metadata=told("Fournisseur", of="supplier"))


@kind("supplier_silent", "Fournisseur muet", SilentParams)
def fall_mute(ctx: Context, params: SilentParams) -> Facts:
    """The supplier acknowledges nothing more until it is rung, or chased twice."""
    supplier = ctx.find(Supplier, params.supplier)
    fall_silent(ctx, supplier_key(supplier.reference))
    return {"supplier": supplier.reference, "about": supplier.reference}


@dataclass(frozen=True, kw_only=True)
class StockParams(Params):
    """How far the shelves are from the books."""

    product: str = field(metadata=told("Article", of="product"))
    missing: int = field(
        default=15, metadata=told("Unités manquantes", help_text="Zéro : fausse alerte.")
    )
    mistaken: int = field(
        default=0, metadata=told("Unités qui semblent manquer", help_text="Pour une fausse alerte.")
    )


@kind("stock_error", "Écart de stock", StockParams)
def miscount(ctx: Context, params: StockParams) -> Facts:
    """Fewer units stand on the shelves than in the books: a count will tell."""
    product = ctx.find(Product, params.product)
    gone = min(params.missing, product.physical)
    product.miscount -= gone
    return {
        "product": product.reference,
        "about": product.reference,
        "held": str(product.physical),
        "quantity": str(product.physical - gone - params.mistaken),
        "number": str(gone),
    }


@dataclass(frozen=True, kw_only=True)
class TruckParams(Params):
    """A truck at our dock, and what is wrong with its load."""

    purchase: str = field(default="", metadata=told("Commande fournisseur", help_text=LATEST))
    supplier: str = field(default="", metadata=told("Fournisseur", of="supplier"))
    product: str = field(default="", metadata=told("Article", of="product"))
    quantity: int = field(default=3, metadata=told("Unités en cause"))


@kind("short_receipt", "Quantité reçue incomplète", TruckParams)
def fall_short(ctx: Context, params: TruckParams) -> Facts:
    """The slip says all, the pallets hold less: the warehouse has counted."""
    order = _truck(ctx, params)
    slip = int(order["quantity"])
    return order | {"held": str(max(slip - params.quantity, 0)), "number": str(params.quantity)}


@kind("damaged_at_dock", "Marchandise abîmée à notre quai", TruckParams)
def crush(ctx: Context, params: TruckParams) -> Facts:
    """All is there, part of it crushed; the driver waits for his signature."""
    order = _truck(ctx, params)
    return order | {"number": str(min(params.quantity, int(order["quantity"])))}


def _truck(ctx: Context, params: TruckParams) -> Facts:
    """A truck stops now, with a slip for all that is owed."""
    purchase = open_purchase(ctx, params.purchase, params.supplier)
    owed = {line.product.reference: line.outstanding for line in purchase.lines}
    announced = {product: units for product, units in owed.items() if units}
    product = params.product or next(iter(announced), "")
    if product not in announced:
        raise NothingToStrike(missing="cet article n'est plus attendu de ce fournisseur.")
    arrival = _arrive(ctx, purchase, announced)
    said = {"product": product, "quantity": str(announced[product]), "arrival": arrival}
    return purchase_facts(purchase) | said


def _arrive(ctx: Context, purchase: PurchaseOrder, announced: Mapping[str, int]) -> str:
    supplier = ctx.acting_as(supplier_key(purchase.supplier.reference))
    return arrive_goods(supplier, purchase, announced=dict(announced)).reference
