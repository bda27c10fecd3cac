"""Opening runs: a template is written once per setting, every fresh run is a copy of it."""

from typing import Any, cast

from sqlalchemy import Table, insert, literal, select
from sqlalchemy.orm import Session

from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.core.orm import Base, InRun
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.core.setting import setting_of
from sandbox.crm.models import Customer
from sandbox.erp.models import Invoice
from sandbox.journal import record
from sandbox.journal.payloads import OpenInvoice, RunOpened
from sandbox.journal.recording import write_entries
from sandbox.simulation.engine import tick

_COPIED_COLUMNS = ("scenario", "digest", "clock", "next_event_at", "next_id", "counters")


def open_run(
    session: Session,
    template: Run,
    *,
    seed: int,
    mode: Mode | None = None,
    owner_id: int | None = None,
) -> Run:
    """Copy a template into a fresh run, write its first entry, and let the first events happen.

    The caller commits.
    """
    setting = setting_of(session, template.digest)
    values: dict[str, Any] = {name: getattr(template, name) for name in _COPIED_COLUMNS}
    run = Run(**values, seed=seed, mode=mode or setting.mode, owner_id=owner_id)
    session.add(run)
    session.flush()
    for table in _copied_tables():
        _copy(session, table, template.id, run.id)
    ctx = Context(session, run, setting, "world")
    ctx.scratch.depth = 1
    record(ctx, run.scenario, _opened(ctx))
    tick(ctx, run.clock)
    write_entries(ctx)
    return run


def _copied_tables() -> list[Table]:
    """Business tables that a fresh run copies, parents before children."""
    copied = {
        cast(Table, mapper.local_table).name
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, InRun) and mapper.class_.copied
    }
    return [table for table in Base.metadata.sorted_tables if table.name in copied]


def _copy(session: Session, table: Table, source: int, target: int) -> None:
    columns = [column for column in table.columns if column.name != "run_id"]
    rows = select(literal(target), *columns).where(table.c.run_id == source)
    names = ["run_id", *(column.name for column in columns)]
    session.execute(insert(table).from_select(names, rows))


def _opened(ctx: Context) -> RunOpened:
    run, setting = ctx.run, ctx.setting
    return RunOpened(
        scenario=run.scenario,
        digest=run.digest,
        seed=run.seed,
        mode=run.mode,
        starts_at=run.clock,
        procedures=encode(setting.procedures),
        posts=tuple(person.post for person in setting.colleagues),
        practice=_practice(ctx),
        open_invoices=_open_invoices(ctx),
        expectations=setting.expectations,
    )


def _practice(ctx: Context) -> tuple[str, ...]:
    """Customers to learn on: nothing done for them is judged."""
    return tuple(
        ctx.session.scalars(
            select(Customer.reference)
            .where(Customer.run_id == ctx.run.id, Customer.practice)
            .order_by(Customer.reference)
        )
    )


def _open_invoices(ctx: Context) -> tuple[OpenInvoice, ...]:
    rows = ctx.session.execute(
        select(Invoice, Customer.reference, Customer.business)
        .join(Invoice.customer)
        .where(Invoice.run_id == ctx.run.id, Invoice.balance > 0)
        .order_by(Invoice.reference)
    )
    return tuple(
        OpenInvoice(
            invoice=invoice.reference,
            customer=customer,
            business=business,
            issued_on=invoice.issued_on,
            due_on=invoice.due_on,
            balance=invoice.balance,
            dunning_level=invoice.dunning_level,
        )
        for invoice, customer, business in rows
    )


def template_of(session: Session, digest: str) -> Run | None:
    """The template run of a setting, if it has been written."""
    return session.scalar(select(Run).where(Run.digest == digest, Run.status == RunStatus.TEMPLATE))
