"""E-reporting: ten days at a time, by day and rate to consumers, one by one abroad."""

from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.core.pricing import VatRow
from sandbox.erp.platform.reporting import Sale, declared, period_of, periods_between
from sandbox.erp.platform.roads import Road, road_of
from sandbox.erp.queries.platform import reported
from sandbox.erp.services import crediting
from sandbox.erp.showing.platform import sales
from tests.factories.billing import invoiced
from tests.factories.world import World


@pytest.mark.parametrize(
    ("day", "first", "last", "due_on"),
    [
        (date(2026, 11, 1), 1, 10, date(2026, 11, 20)),
        (date(2026, 11, 10), 1, 10, date(2026, 11, 20)),
        (date(2026, 11, 11), 11, 20, date(2026, 11, 30)),
        (date(2026, 11, 30), 21, 30, date(2026, 12, 10)),
        (date(2026, 12, 31), 21, 31, date(2027, 1, 10)),
        (date(2027, 2, 28), 21, 28, date(2027, 3, 10)),
    ],
)
def test_a_day_belongs_to_ten_days_and_these_have_a_deadline(
    day: date, first: int, last: int, due_on: date
) -> None:
    found = period_of(day)
    assert (found.first.day, found.last.day, found.due_on) == (first, last, due_on)


def test_periods_follow_one_another_latest_first() -> None:
    found = periods_between(date(2026, 10, 28), date(2026, 11, 12))
    assert [p.first for p in found] == [
        date(2026, 11, 11),
        date(2026, 11, 1),
        date(2026, 10, 21),
    ]


def test_a_day_of_sales_is_one_line_a_rate_and_a_credit_note_takes_away() -> None:
    day = date(2026, 11, 3)
    rows = (VatRow(2000, 1000, 200), VatRow(550, 100, 6))
    back = (VatRow(2000, -400, -80),)
    sold = [
        Sale("FA-1", "Une cliente", "FR", Road.CONSUMER, day, rows),
        Sale("AV-1", "Une cliente", "FR", Road.CONSUMER, day, back),
        Sale("FA-2", "Möbel GmbH", "DE", Road.ABROAD, day, (VatRow(0, 5000, 0),)),
        Sale("FA-3", "Une cliente", "FR", Road.CONSUMER, date(2026, 11, 12), rows),
    ]
    found = declared(period_of(day), sold)
    [total] = found.days
    assert (total.count, total.rows) == (2, (VatRow(2000, 600, 120), VatRow(550, 100, 6)))
    assert [sale.reference for sale in found.abroad] == ["FA-2"]
    assert (found.net, found.vat) == (5700, 126)


def test_only_consumers_and_customers_abroad_are_reported(ctx: Context, world: World) -> None:
    invoiced(ctx, world)
    world.customer.business = False
    kept = invoiced(ctx, world)
    ctx.session.flush()
    # The record says « consumer » for both now: the road is the customer's.
    found = reported(ctx.session, ctx.run.id, ctx.today(), ctx.today())
    assert kept in found[0]
    world.customer.business = True
    ctx.session.flush()
    assert reported(ctx.session, ctx.run.id, ctx.today(), ctx.today()) == ([], [])


def test_sales_come_from_invoices_and_credit_notes(ctx: Context, world: World) -> None:
    world.customer.business = False
    invoice = invoiced(ctx, world)
    crediting.issue_credit_note(ctx, invoice, reason="Retour")
    ctx.session.flush()
    found = sales(*reported(ctx.session, ctx.run.id, ctx.today(), ctx.today()), ctx.setting)
    assert [sale.net for sale in found] == [invoice.net, -invoice.net]
    assert [sale.vat for sale in found] == [invoice.vat, -invoice.vat]


@pytest.mark.parametrize(
    ("traits", "road"),
    [
        ({}, Road.DOMESTIC),
        ({"business": False}, Road.CONSUMER),
        ({"country": "DE"}, Road.ABROAD),
        ({"country": "DE", "business": False}, Road.ABROAD),
        ({"segment": "public"}, Road.PUBLIC),
    ],
)
def test_the_customer_decides_of_the_road(
    world: World, traits: dict[str, object], road: Road
) -> None:
    for name, value in traits.items():
        setattr(world.customer, name, value)
    assert road_of(world.customer) == road
    assert road.transmitted is (road in (Road.DOMESTIC, Road.PUBLIC))
