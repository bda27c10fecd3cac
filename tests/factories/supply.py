"""Rows of the supply desk."""

import factory

from sandbox.core.calendar import paris
from sandbox.supply.models import (
    Arrival,
    Carrier,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    Reservation,
    Supplier,
)
from tests.factories import InRunFactory


class SupplierFactory(InRunFactory):
    """Somebody else to buy from."""

    class Meta:
        model = Supplier

    reference = factory.Sequence(lambda n: f"FOU-9{n:03}")
    name = "Éclairages du Ponant"
    lead_days = 5


class ProductFactory(InRunFactory):
    """A stocked item, 10 of it, to reorder under 5."""

    class Meta:
        model = Product

    reference = factory.Sequence(lambda n: f"TST-{n:03}")
    label = "Caisson mobile"
    family = "furniture"
    price = 1390000
    cost = 780000
    vat_rate = 2000
    physical = 10
    reserved = 0
    stocked = True
    pack = 1
    reorder_point = 5
    reorder_quantity = 20


class PurchaseOrderLineFactory(factory.Factory):
    """A line, owned by its order: keys come with it."""

    class Meta:
        model = PurchaseOrderLine

    ordered = 10
    received = 0
    product_id = factory.SelfAttribute("product.id")
    unit_price = factory.SelfAttribute("product.cost")


class PurchaseOrderFactory(InRunFactory):
    """An order sent on 2 November 2026, expected on the 17th; give ``lines`` and ``supplier``."""

    class Meta:
        model = PurchaseOrder

    reference = factory.Sequence(lambda n: f"CF-2026-9{n:05}")
    supplier_id = factory.SelfAttribute("supplier.id")
    status = "sent"
    sent_at = paris(2026, 11, 2, 8, 30)
    expected_on = paris(2026, 11, 17).date()
    net = factory.LazyAttribute(lambda order: sum(line.net for line in order.lines))


class ArrivalFactory(InRunFactory):
    """A truck with all that was ordered; give ``purchase_order``."""

    class Meta:
        model = Arrival

    reference = factory.Sequence(lambda n: f"ARR-2026-9{n:05}")
    purchase_order_id = factory.SelfAttribute("purchase_order.id")
    at = paris(2026, 11, 17, 9, 0)
    announced = factory.LazyAttribute(
        lambda arrival: {
            line.product.reference: line.ordered for line in arrival.purchase_order.lines
        }
    )


class ReservationFactory(InRunFactory):
    """Units set aside; give ``product``."""

    class Meta:
        model = Reservation

    product_id = factory.SelfAttribute("product.id")
    document = "CDE-2026-000001"
    quantity = 4


class CarrierFactory(InRunFactory):
    """Another carrier."""

    class Meta:
        model = Carrier

    reference = factory.Sequence(lambda n: f"TRA-9{n}")
    name = "Messageries du Large"
    price = 3900
    delay_days = 3
