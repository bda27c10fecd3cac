"""Customers read the statement of their account: most agree, and a dispute is said again."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.models import Customer, Message
from sandbox.erp.models import Invoice
from sandbox.erp.models.statement import AccountStatement
from sandbox.erp.platform.statuses import Status
from tests.simulation.stories import Desk


def owing(desk: Desk) -> list[Customer]:
    """Customers who owe something, by reference."""
    query = (
        select(Customer)
        .join(Invoice, Invoice.customer_id == Customer.id)
        .where(Invoice.run_id == desk.run.id, Customer.run_id == desk.run.id, Invoice.balance > 0)
        .order_by(Customer.reference)
        .distinct()
    )
    return list(desk.session.scalars(query))


def answers(desk: Desk) -> dict[str, str]:
    found = select(AccountStatement).where(AccountStatement.run_id == desk.run.id)
    return {one.reference: one.answer for one in desk.session.scalars(found)}


def test_some_agree_in_writing_and_others_say_nothing(session: Session) -> None:
    desk = Desk(session, scenario="impayes")
    for customer in owing(desk):
        desk.do("issue_statement", customer.reference)
    desk.wait("2026-11-16T17:00")
    said = list(answers(desk).values())
    assert {"agreed", ""} <= set(said)
    answered = len(said) - said.count("")
    assert len(desk.entries("statement.answered")) == answered
    written = desk.session.scalars(
        select(Message).where(Message.run_id == desk.run.id, Message.subject.contains("relevé REL"))
    ).all()
    assert len([m for m in written if not m.outgoing]) == answered


def test_what_is_in_dispute_is_contested(session: Session) -> None:
    desk = Desk(session, scenario="impayes")
    invoice = desk.session.scalars(
        select(Invoice)
        .where(Invoice.run_id == desk.run.id, Invoice.balance > 0)
        .order_by(Invoice.id)
        .options(*Invoice.full())
    ).first()
    assert invoice is not None
    invoice.lifecycle = Status.DISPUTED
    desk.session.flush()
    desk.do("issue_statement", invoice.customer.reference)
    desk.wait("2026-11-16T17:00")
    stated = desk.last(AccountStatement)
    assert (stated.answer, stated.contested) == ("contested", [invoice.reference])
