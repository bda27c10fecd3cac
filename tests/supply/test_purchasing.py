"""Purchase orders: what may be ordered, what is warned of, chasing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sandbox.core.context import Context
from sandbox.supply import services
from sandbox.supply.errors import (
    AlreadyReceived,
    BadQuantity,
    EmptyPurchaseOrder,
    NotFromThisSupplier,
    NotFullPacks,
    UnknownProduct,
)
from sandbox.supply.models import PurchaseOrder, PurchaseStatus
from sandbox.supply.services import PurchaseLineDraft
from tests.factories.supply import (
    ProductFactory,
    PurchaseOrderFactory,
    PurchaseOrderLineFactory,
    SupplierFactory,
)
from tests.factories.world import World
from tests.supply.journal import cautions, said


def send(ctx: Context, world: World, *lines: tuple[str, int]) -> PurchaseOrder:
    """Order (product, units) lines from the world's supplier."""
    drafts = [PurchaseLineDraft(product, quantity) for product, quantity in lines]
    return services.send_purchase_order(ctx, supplier=world.supplier, lines=drafts)


def test_sending_an_order_gives_it_a_number_a_cost_and_a_date(ctx: Context, world: World) -> None:
    order = send(ctx, world, ("MOB-001", 20), ("MOB-009", 10))
    assert order.reference == "CF-2026-000001"
    assert order.status == PurchaseStatus.SENT
    assert order.net == 20 * 14100 + 10 * 3350
    assert order.expected_on == date(2026, 11, 17)
    assert ctx.now() - order.sent_at == timedelta(minutes=6)


def test_the_journal_keeps_the_order_and_what_it_serves(ctx: Context, world: World) -> None:
    services.send_purchase_order(
        ctx,
        supplier=world.supplier,
        lines=[PurchaseLineDraft("MOB-001", 20)],
        needed_for="CDE-2026-000001",
    )
    [(reference, payload)] = said(ctx, "purchase_order.sent")
    assert (reference, payload["supplier"]) == ("CF-2026-000001", "FOU-0001")
    assert payload["needed_for"] == "CDE-2026-000001"
    assert payload["lines"] == [
        {"product": "MOB-001", "ordered": 20, "received": 0, "unit_price": 1410000}
    ]


def test_two_lines_of_one_product_become_one(ctx: Context, world: World) -> None:
    order = send(ctx, world, ("MOB-001", 12), ("MOB-001", 8))
    assert [line.ordered for line in order.lines] == [20]


def test_an_order_without_lines_is_refused(ctx: Context, world: World) -> None:
    with pytest.raises(EmptyPurchaseOrder):
        send(ctx, world)


def test_an_unknown_product_is_refused(ctx: Context, world: World) -> None:
    with pytest.raises(UnknownProduct):
        send(ctx, world, ("MOB-404", 1))


@pytest.mark.parametrize("quantity", [0, -3])
def test_zero_or_fewer_units_are_refused(ctx: Context, world: World, quantity: int) -> None:
    with pytest.raises(BadQuantity):
        send(ctx, world, ("MOB-001", quantity))


def test_goods_of_another_supplier_are_refused(ctx: Context, world: World) -> None:
    other = SupplierFactory()
    product = ProductFactory(supplier_id=other.id)
    with pytest.raises(NotFromThisSupplier, match="Trois Lacs"):
        send(ctx, world, (product.reference, 5))


def test_a_refused_order_uses_up_no_number(ctx: Context, world: World) -> None:
    with pytest.raises(UnknownProduct):
        send(ctx, world, ("MOB-404", 1))
    assert send(ctx, world, ("MOB-001", 20)).reference == "CF-2026-000001"


def test_a_broken_pack_is_let_pass_with_a_warning(ctx: Context, world: World) -> None:
    world.desk.pack = 6
    send(ctx, world, ("MOB-001", 20))
    assert cautions(ctx) == ["NotFullPacks"]
    assert said(ctx, "purchase_order.sent")[0][1]["cautions"] == ["NotFullPacks"]


def test_a_strict_company_refuses_a_broken_pack(ctx: Context, world: World) -> None:
    world.desk.pack = 6
    rules = replace(ctx.setting.procedures, hardened=("NotFullPacks",))
    ctx.setting = replace(ctx.setting, procedures=rules)
    with pytest.raises(NotFullPacks):
        send(ctx, world, ("MOB-001", 20))


def test_ordering_far_too_much_is_let_pass_with_a_warning(ctx: Context, world: World) -> None:
    send(ctx, world, ("MOB-001", 50))
    assert cautions(ctx) == []
    send(ctx, world, ("MOB-001", 1))
    assert cautions(ctx) == ["Overstock"]


def test_the_supplier_confirms_then_changes_its_mind(ctx: Context, world: World) -> None:
    order = send(ctx, world, ("MOB-001", 20))
    actor = ctx.acting_as("supplier:FOU-0001")
    services.acknowledge_purchase_order(actor, order, confirmed_on=date(2026, 11, 20))
    services.acknowledge_purchase_order(actor, order, confirmed_on=date(2026, 12, 2))
    assert (order.status, order.due_on) == (PurchaseStatus.ACKNOWLEDGED, date(2026, 12, 2))
    dates = [payload["confirmed_on"] for _, payload in said(ctx, "purchase_order.acknowledged")]
    assert dates == ["2026-11-20", "2026-12-02"]


def test_chasing_counts_the_days_of_delay(ctx: Context, world: World) -> None:
    line = PurchaseOrderLineFactory(product=world.desk)
    order = PurchaseOrderFactory(
        supplier=world.supplier, lines=[line], expected_on=date(2026, 10, 30)
    )
    services.chase_supplier(ctx, order)
    assert order.chased_at is not None
    assert said(ctx, "purchase_order.chased") == [
        (order.reference, {"supplier": "FOU-0001", "days_late": 3})
    ]


def test_an_order_in_time_is_chased_without_a_delay(ctx: Context, world: World) -> None:
    services.chase_supplier(ctx, send(ctx, world, ("MOB-001", 20)))
    assert said(ctx, "purchase_order.chased")[0][1]["days_late"] == 0


def test_a_received_order_is_over(ctx: Context, world: World) -> None:
    line = PurchaseOrderLineFactory(product=world.desk, received=10)
    order = PurchaseOrderFactory(supplier=world.supplier, lines=[line], status="received")
    with pytest.raises(AlreadyReceived):
        services.chase_supplier(ctx, order)
    with pytest.raises(AlreadyReceived):
        services.acknowledge_purchase_order(ctx, order, confirmed_on=date(2026, 11, 20))
