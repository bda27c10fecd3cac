"""What a customer owes: three lines and a sum; and asking for more."""

from datetime import date
from typing import Any

import pytest

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.setting import CreditProcedure
from sandbox.erp.errors.selling import AlreadyAsked, AlreadyDecided, UnknownDocument, UnknownPost
from sandbox.erp.models import ApprovalKind, Invoice
from sandbox.erp.queries.credit import Outstanding
from sandbox.erp.services import (
    consult_outstanding,
    decide_approval,
    request_approval,
)
from tests.factories.erp import ApprovalFactory, OrderFactory, QuoteFactory
from tests.factories.world import World
from tests.supply.journal import said


def invoice(ctx: Context, world: World, reference: str, balance: int, **terms: Any) -> Invoice:
    """An invoice of the customer, due on 30 October unless said otherwise."""
    values = {"issued_on": date(2026, 9, 30), "supplied_on": date(2026, 9, 30), "terms": "net_30"}
    values |= {"due_on": date(2026, 10, 30), "gross": balance, **terms}
    return ctx.add(
        Invoice(reference=reference, customer_id=world.customer.id, balance=balance, **values)
    )


def test_three_lines_and_a_sum(ctx: Context, world: World) -> None:
    invoice(ctx, world, "FA-2026-000001", 100000)
    invoice(ctx, world, "FA-2026-000002", 20000, due_on=date(2026, 11, 30))
    under_way = OrderFactory(recorded=True, customer=world.customer, lines=[(world.desk, 2)])
    invoice(ctx, world, "FA-2026-000003", 0, order_id=under_way.id, gross=10000)
    OrderFactory(customer=world.customer, lines=[(world.desk, 9)])
    at_hand = OrderFactory(customer=world.customer, lines=[(world.lamp, 1)])
    ctx.session.flush()
    found = consult_outstanding(ctx, world.customer, about=at_hand)
    assert found.invoiced_unpaid == found.outstanding == 120000
    assert found.orders_not_invoiced == under_way.gross - 10000
    assert found.this_order == at_hand.gross
    assert found.exposure == 120000 + under_way.gross - 10000 + at_hand.gross
    assert found.oldest_overdue_days == 3


def test_a_recorded_order_is_not_counted_twice(ctx: Context, world: World) -> None:
    order = OrderFactory(recorded=True, customer=world.customer, lines=[(world.desk, 1)])
    found = consult_outstanding(ctx, world.customer, about=order)
    assert (found.this_order, found.exposure) == (0, order.gross)


def test_the_same_look_up_twice_is_one_entry(ctx: Context, world: World) -> None:
    consult_outstanding(ctx, world.customer)
    consult_outstanding(ctx, world.customer)
    [(reference, payload)] = said(ctx, "outstanding.consulted")
    assert (reference, payload["limit"], payload["about"]) == ("CLI-0001", 500000, None)


@pytest.mark.parametrize(
    ("definition", "counted", "excess"), [("exposure", 170, 70), ("outstanding", 120, 20)]
)
def test_the_procedure_says_which_sum_meets_the_limit(
    definition: Any, counted: int, excess: int
) -> None:
    owed = Outstanding(80, 50, 40, 100, 0)
    rules = CreditProcedure(definition=definition)
    assert (owed.counted(rules), owed.excess(rules)) == (counted, excess)
    assert owed.excess_rate(rules) == excess * 100


def test_without_a_limit_any_excess_is_the_whole_of_it() -> None:
    assert Outstanding(80, 0, 0, 0, 0).excess_rate(CreditProcedure()) == 10000


@pytest.mark.parametrize(
    ("kind", "quantity", "needed"),
    [
        (ApprovalKind.OVER_LIMIT, 2, False),
        (ApprovalKind.OVER_LIMIT, 20, True),
        (ApprovalKind.ORDER_AMOUNT, 2, False),
        (ApprovalKind.ORDER_AMOUNT, 21, True),
        (ApprovalKind.DISCOUNT, 2, False),
    ],
)
def test_a_request_says_whether_the_delegation_calls_for_it(
    ctx: Context, world: World, kind: ApprovalKind, quantity: int, needed: bool
) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, quantity)])
    approval = request_approval(ctx, kind=kind, about=order.reference, options="acompte")
    [(reference, payload)] = said(ctx, "approval.requested")
    assert (reference, payload["about"]) == (approval.reference, order.reference)
    assert (payload["needed"], payload["options"], payload["recommendation"]) == (
        needed,
        True,
        False,
    )


@pytest.mark.parametrize(("discount", "own", "needed"), [(800, 0, True), (500, 0, False)])
def test_a_discount_is_weighed_against_ones_own_delegation(
    ctx: Context, world: World, discount: int, own: int, needed: bool
) -> None:
    quote = QuoteFactory(customer=world.customer, lines=[(world.desk, 1, {"discount": discount})])
    request_approval(ctx, kind=ApprovalKind.DISCOUNT, about=quote.reference)
    assert said(ctx, "approval.requested")[0][1]["needed"] is needed


def test_a_formal_notice_is_the_directors(ctx: Context, world: World) -> None:
    invoice(ctx, world, "FA-2026-000001", 100000)
    approval = request_approval(ctx, kind=ApprovalKind.FORMAL_NOTICE, about="FA-2026-000001")
    payload = said(ctx, "approval.requested")[0][1]
    assert (payload["needed"], payload["amount"], approval.amount) == (True, 100000, 100000)


@pytest.mark.parametrize(
    ("about", "post", "refusal"),
    [
        ("CDE-2026-999999", "director", UnknownDocument),
        ("n'importe quoi", "director", UnknownDocument),
        (None, "gardener", UnknownPost),
    ],
)
def test_a_request_names_a_document_and_somebody(
    ctx: Context, world: World, about: str | None, post: str, refusal: type[DomainError]
) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 1)])
    with pytest.raises(refusal):
        request_approval(
            ctx, kind=ApprovalKind.OVER_LIMIT, about=about or order.reference, post=post
        )


@pytest.mark.parametrize(("status", "asked_again"), [("granted", False), ("refused", True)])
def test_a_question_is_asked_again_only_after_a_no(
    ctx: Context, world: World, status: str, asked_again: bool
) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 1)])
    ApprovalFactory(customer=world.customer, about=order.reference, status=status)
    if asked_again:
        request_approval(ctx, kind=ApprovalKind.OVER_LIMIT, about=order.reference)
    else:
        with pytest.raises(AlreadyAsked):
            request_approval(ctx, kind=ApprovalKind.OVER_LIMIT, about=order.reference)


def test_the_answer_comes_by_message_and_only_once(ctx: Context, world: World) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 1)])
    approval = request_approval(ctx, kind=ApprovalKind.OVER_LIMIT, about=order.reference)
    decide_approval(ctx, approval, granted=True, comment="Avec un acompte de 30 %.")
    assert said(ctx, "approval.decided")[0][1]["granted"] is True
    assert said(ctx, "message.received")[0][1]["sender"] == "director"
    with pytest.raises(AlreadyDecided):
        decide_approval(ctx, approval, granted=False)
