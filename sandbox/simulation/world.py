"""Worlds written from files: one template per scenario as its files stand, copied by runs."""

from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.core.database import one_at_a_time
from sandbox.core.run import Mode, Run, RunStatus, SettingVersion
from sandbox.crm.models import Contact, Customer
from sandbox.simulation import actors as actors
from sandbox.simulation import incidents as incidents
from sandbox.simulation.books.numbers import at_noon, numbered
from sandbox.simulation.books.papers import Masters
from sandbox.simulation.books.sales import write_sales
from sandbox.simulation.books.supplying import OPENING_STOCK
from sandbox.simulation.books.year import write_year
from sandbox.simulation.directory import write_directory
from sandbox.simulation.engine import schedule
from sandbox.simulation.files import Scenario, read_scenario
from sandbox.simulation.incidents.striking import lay_out
from sandbox.simulation.opening import open_run, template_of
from sandbox.simulation.past_year.sales import sale_of
from sandbox.simulation.schema import CustomerSheet
from sandbox.simulation.story import PastPurchase
from sandbox.supply.models import (
    Carrier,
    MarketOffer,
    MoveKind,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseStatus,
    StockMove,
    Supplier,
)


def fresh_run(
    session: Session,
    name: str,
    *,
    seed: int,
    mode: Mode | None = None,
    owner_id: int | None = None,
    folder: Path = SCENARIOS,
) -> Run:
    """A fresh run of a scenario; raises BadFiles. The caller commits."""
    template = install(session, name, folder)
    return open_run(session, template, seed=seed, mode=mode, owner_id=owner_id)


def install(session: Session, name: str, folder: Path = SCENARIOS) -> Run:
    """The template of a scenario as its files stand, written once; raises BadFiles."""
    scenario = read_scenario(folder, name)
    if (found := template_of(session, scenario.digest)) is not None:
        return found
    one_at_a_time(session, scenario.digest)
    return template_of(session, scenario.digest) or _write(session, scenario)


def _write(session: Session, scenario: Scenario) -> Run:
    version = {"scenario": scenario.name, "content": scenario.content}
    session.merge(SettingVersion(digest=scenario.digest, **version))
    session.flush()
    run = Run(
        scenario=scenario.name,
        digest=scenario.digest,
        seed=0,
        mode=scenario.setting.mode,
        status=RunStatus.TEMPLATE,
        clock=scenario.setting.starts_at,
        counters={},
        next_id=1,
        move_seq=0,
        entry_seq=0,
        head_hash="",
    )
    session.add(run)
    session.flush()
    ctx = Context(session, run, scenario.setting, "world")
    _masters(ctx, scenario)
    session.flush()
    return run


def _masters(ctx: Context, scenario: Scenario) -> None:
    company = scenario.company
    suppliers = {
        reference: ctx.add(Supplier(reference=reference, **vars(sheet)))
        for reference, sheet in company.suppliers.items()
    }
    carriers = {
        reference: ctx.add(Carrier(reference=reference, **vars(carrier)))
        for reference, carrier in company.carriers.items()
    }
    products = {
        reference: _product(ctx, reference, vars(sheet), suppliers)
        for reference, sheet in company.products.items()
    }
    # A move has no relation to its product: nothing else tells the session which goes first.
    ctx.session.flush()
    if not scenario.file.uses.past_year:
        _opening_stock(ctx, products)
    for reference, offer in company.offers.items():
        values = vars(offer) | {
            "product": products[offer.product],
            "supplier": suppliers[offer.supplier],
        }
        ctx.add(MarketOffer(reference=reference, **values))
    customers = {
        reference: _customer(ctx, reference, sheet)
        for reference, sheet in company.customers.items()
    }
    write_directory(ctx, company)
    masters = Masters(customers, products, carriers)
    if scenario.file.uses.past_year:
        write_year(ctx, company, scenario.file.invoices, masters, list(suppliers.values()))
    else:
        told = sorted(scenario.file.invoices, key=lambda invoice: invoice.issued_on)
        write_sales(ctx, [sale_of(invoice) for invoice in told], masters)
    for purchase in sorted(scenario.file.purchases, key=lambda purchase: purchase.sent_on):
        _purchase(ctx, purchase, suppliers[purchase.supplier], products)
    for episode in scenario.file.story:
        if episode.at is not None:
            schedule(ctx, episode.at, "episode", episode.name)
    lay_out(ctx, scenario.file.incidents)


def _product(
    ctx: Context, reference: str, sheet: dict[str, Any], suppliers: dict[str, Supplier]
) -> Product:
    values = {name: value for name, value in sheet.items() if name not in ("stock", "supplier")}
    supplier = sheet["supplier"]
    return ctx.add(
        Product(
            reference=reference,
            supplier_id=suppliers[supplier].id if supplier else None,
            physical=sheet["stock"],
            reserved=0,
            **values,
        )
    )


def _opening_stock(ctx: Context, products: dict[str, Product]) -> None:
    """The moves that the counters of the products add up to."""
    for product in products.values():
        if product.stocked and product.physical:
            ctx.add(
                StockMove(
                    product_id=product.id,
                    at=ctx.now(),
                    kind=MoveKind.OPENING,
                    quantity=product.physical,
                    document=OPENING_STOCK,
                    value=product.value,
                )
            )


def _customer(ctx: Context, reference: str, sheet: CustomerSheet) -> Customer:
    values = vars(sheet) | {
        "siret": sheet.establishment(),
        "vat_number": sheet.vat(),
        "contacts": [Contact(**vars(contact)) for contact in sheet.contacts],
    }
    return ctx.add(Customer(reference=reference, **values))


def _purchase(
    ctx: Context, sheet: PastPurchase, supplier: Supplier, products: dict[str, Product]
) -> None:
    lines = [
        PurchaseOrderLine(
            product_id=products[line.product].id,
            product=products[line.product],
            ordered=line.quantity,
            received=0,
            unit_price=products[line.product].cost,
        )
        for line in sheet.lines
    ]
    order = ctx.add(
        PurchaseOrder(
            reference=numbered(ctx, "CF", sheet.sent_on),
            supplier_id=supplier.id,
            status=PurchaseStatus.ACKNOWLEDGED if sheet.confirmed_on else PurchaseStatus.SENT,
            sent_at=at_noon(sheet.sent_on),
            expected_on=add_working_days(sheet.sent_on, supplier.lead_days),
            confirmed_on=sheet.confirmed_on,
            net=sum(line.net for line in lines),
            lines=lines,
        )
    )
    arrives_on = sheet.arrives_on or sheet.confirmed_on
    if arrives_on:
        short = dict(sheet.short)
        schedule(ctx, opening(arrives_on), "truck_arrives", order.reference, short=short)
