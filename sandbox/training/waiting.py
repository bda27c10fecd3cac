"""What waits for the learner in a run, most pressing first: one statement, built once."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sqlalchemy import Select, literal, select, union, union_all
from sqlalchemy.orm import Session

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.run import Run
from sandbox.core.setting import DunningStep, Setting
from sandbox.erp.models import DeliveryNote, DeliveryStatus, Order, OrderStatus
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import OrderCompared
from sandbox.training import pending

# Working days before the end of a month when its periodic invoices are drawn up.
CLOSING_DAYS = 2


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what kind, which row, and two words to name it by."""

    kind: str
    row_id: int
    name: str
    about: str


def most_pressing(session: Session, run: Run, setting: Setting) -> Waiting | None:
    """What to attend to first, in one statement."""
    steps, today = _chased(setting), run.clock.date()
    wait = setting.procedures.sales.follow_up_from_days
    values: dict[str, object] = {
        "run_id": run.id,
        "today": today,
        "left_before": opening(_month_to_close(today)),
        "sent_before": opening(add_working_days(today, -max(wait - 1, 0))),
    }
    for step in steps:
        values[f"ago_{step.after_days}"] = today - timedelta(days=step.after_days)
    row = session.execute(_statement(steps), values).first()
    return Waiting(row.kind, row.row_id, row.name, row.about) if row else None


def _month_to_close(today: date) -> date:
    """First day of the month that is not to be invoiced yet: the next one in the last days."""
    soon = add_working_days(today, CLOSING_DAYS)
    return (soon if soon.month != today.month else today).replace(day=1)


def gestures_on(session: Session, run_id: int, order: str) -> set[str]:
    """Verbs that the learner has already made about an order, or has no reason to make."""
    about = JournalEntry.payload.contains(f'"about":"{order}"', autoescape=True)
    done = select(JournalEntry.verb).where(
        JournalEntry.run_id == run_id, (JournalEntry.reference == order) | about
    )
    nothing_to_compare = select(literal(OrderCompared.verb)).where(
        Order.run_id == run_id, Order.reference == order, Order.quote_id.is_(None)
    )
    return set(session.scalars(union(done, nothing_to_compare)))


def _chased(setting: Setting) -> tuple[DunningStep, ...]:
    """Steps of the collection procedure once an invoice is late."""
    return tuple(
        step
        for step in setting.procedures.dunning.steps
        if step.after_days >= 0 and step.level != "litigation"
    )


@cache
def _statement(steps: tuple[DunningStep, ...]) -> Select[str, int, str, str]:
    kinds = [
        ("unread", pending.unread()),
        ("order", pending.orders(OrderStatus.RECEIVED, pending.to_check())),
        ("enquiry", pending.enquiries()),
        ("draft", pending.drafts()),
        ("acknowledge", pending.orders(OrderStatus.RECORDED, Order.acknowledged_at.is_(None))),
        ("arrival", pending.arrivals()),
        ("prepare", pending.ready_orders()),
        ("carrier", pending.deliveries(DeliveryStatus.PREPARED, DeliveryNote.carrier_id.is_(None))),
        ("ship", pending.deliveries(DeliveryStatus.PREPARED, DeliveryNote.carrier_id.is_not(None))),
        ("invoice", pending.not_invoiced()),
        ("invoice_monthly", pending.not_invoiced_this_month()),
        ("bank", pending.bank_lines()),
        ("reconcile", pending.payments()),
        *(
            (f"dunning:{step.level}", pending.late(step, previous))
            for step, previous in zip(steps, (None, *steps), strict=False)
        ),
        ("follow_up", pending.silent_quotes()),
        ("replenish", pending.short_products()),
        ("held", pending.orders(OrderStatus.HELD, ~pending.undecided(Order.reference))),
        ("argued", pending.orders(OrderStatus.RECEIVED, pending.argued())),
    ]
    branches = []
    for rank, (kind, found) in enumerate(kinds):
        one = found.limit(1).subquery()
        branches.append(
            select(literal(rank).label("rank"), literal(kind).label("kind"), *one.columns)
        )
    every = union_all(*branches).subquery()
    return (
        select(every.c.kind, every.c.row_id, every.c.name, every.c.about)
        .order_by(every.c.rank)
        .limit(1)
    )
