"""Turnover and last order of every customer, for the segments."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.core.segments import Figures
from sandbox.crm.segments import register_figures
from sandbox.erp.models import Invoice, Order

YEAR = timedelta(days=365)


def figures(session: Session, run: Run) -> Mapping[int, Figures]:
    """Net cents invoiced over twelve months, and the day of the last order, by customer."""
    since = run.clock.date() - YEAR
    sold = session.execute(
        select(Invoice.customer_id, func.sum(Invoice.net))
        .where(Invoice.run_id == run.id, Invoice.issued_on > since)
        .group_by(Invoice.customer_id)
    )
    turnover = {customer_id: int(net) for customer_id, net in sold}
    ordered = session.execute(
        select(Order.customer_id, func.max(Order.received_at))
        .where(Order.run_id == run.id)
        .group_by(Order.customer_id)
    )
    last = {customer_id: at.date() for customer_id, at in ordered}
    known = sorted(turnover.keys() | last.keys())
    return {
        customer_id: Figures(
            turnover=turnover.get(customer_id, 0), last_order=last.get(customer_id)
        )
        for customer_id in known
    }


register_figures(figures)
