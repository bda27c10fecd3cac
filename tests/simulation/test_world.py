"""Worlds: written once from files, copied whole for each run."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.identifiers import is_siret, is_vat_fr
from sandbox.core.orm import Base, InRun
from sandbox.core.run import Run, RunStatus
from sandbox.crm.models import Customer, Message
from sandbox.erp.models import Invoice, Payment
from sandbox.journal.recording import entries_of, verify
from sandbox.simulation.files import names, read_scenario
from sandbox.simulation.world import fresh_run, install
from sandbox.supply.models import Product, PurchaseOrder, StockMove
from tests.simulation.generated import generate_company


@pytest.mark.parametrize("name", names(SCENARIOS))
def test_every_scenario_is_in_order(name: str) -> None:
    assert len(read_scenario(SCENARIOS, name).digest) == 64


def test_the_model_of_a_scenario_is_in_order(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    shutil.copy(folder / "gabarits" / "scenario.yaml", folder / "neuf.yaml")
    assert read_scenario(folder, "neuf").file.title


def test_a_template_is_written_once(session: Session) -> None:
    first, again = install(session, "premiers-pas"), install(session, "premiers-pas")
    assert first is again
    assert first.status == RunStatus.TEMPLATE


def test_a_changed_file_makes_another_template(session: Session, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    before = install(session, "premiers-pas", folder)
    file = folder / "premiers-pas.yaml"
    file.write_text(file.read_text("utf-8").replace("stock: 2,", "stock: 12,"), "utf-8")
    after = install(session, "premiers-pas", folder)
    assert after.digest != before.digest


def test_a_fresh_run_is_the_scenario_to_the_letter(session: Session) -> None:
    run = fresh_run(session, "premiers-pas", seed=1)
    products = session.scalars(select(Product).where(Product.run_id == run.id)).all()
    desk = next(product for product in products if product.reference == "MOB-002")
    assert len(products) == 12
    assert (desk.physical, desk.price, desk.eco, desk.vat_rate) == (2, 5_890_000, 420, 2000)
    order = session.scalar(select(PurchaseOrder).where(PurchaseOrder.run_id == run.id))
    assert order is not None
    assert order.reference == "CF-2026-000001"
    assert str(order.confirmed_on) == "2026-11-24"


def test_identifiers_of_customers_are_valid(session: Session) -> None:
    run = fresh_run(session, "premiers-pas", seed=1)
    customers = session.scalars(select(Customer).where(Customer.run_id == run.id)).all()
    assert len(customers) == 12
    french = [c for c in customers if c.country == "FR"]
    assert all(is_siret(c.siret) and is_vat_fr(c.vat_number) for c in french)
    assert len(french) == 11


def test_stock_moves_add_up_to_the_stock(session: Session) -> None:
    run = fresh_run(session, "premiers-pas", seed=1)
    moved = select(func.sum(StockMove.quantity)).where(StockMove.run_id == run.id)
    held = select(func.sum(Product.physical)).where(Product.run_id == run.id)
    assert session.scalar(moved) == session.scalar(held)


def test_the_morning_begins_with_the_mail_and_the_bank(session: Session) -> None:
    run = fresh_run(session, "premiers-pas", seed=1)
    verbs = [entry.verb for entry in entries_of(session, run.id)]
    assert verbs == ["run.opened", "bank.credited", "message.received", "message.received"]
    assert verify(session, run) is None
    mails = select(func.count()).select_from(Message).where(Message.run_id == run.id)
    assert session.scalar(mails) == 2


def counts(session: Session, run: Run) -> dict[str, int]:
    tables = {
        mapper.local_table
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, InRun) and mapper.class_.copied
    }
    return {
        table.name: session.scalar(
            select(func.count()).select_from(table).where(table.c.run_id == run.id)
        )
        for table in tables
    }


def test_a_large_company_is_copied_row_for_row(session: Session, tmp_path: Path) -> None:
    name = generate_company(tmp_path / "scenarios", customers=20, months=12)
    template = install(session, name, tmp_path / "scenarios")
    run = fresh_run(session, name, seed=1, folder=tmp_path / "scenarios")
    assert counts(session, run) == counts(session, template)
    kept = (Invoice.reference, Invoice.customer_id, Invoice.gross, Invoice.balance)
    rows = [
        session.execute(select(*kept).where(Invoice.run_id == r.id).order_by(Invoice.id)).all()
        for r in (template, run)
    ]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 120
    assert session.scalar(select(func.count()).select_from(Payment)) > 0
