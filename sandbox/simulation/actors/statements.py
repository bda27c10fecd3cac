"""Customers read the statement of their account: they agree, contest, or say nothing."""

from sandbox.core import chance
from sandbox.core.context import Context
from sandbox.erp.models.statement import AccountStatement
from sandbox.erp.platform.statuses import Status
from sandbox.erp.queries.statements import account_of
from sandbox.erp.services.statements import answer_statement
from sandbox.journal import subscribe
from sandbox.journal.payloads.statements import StatementIssued
from sandbox.simulation.actors.speaking import customer_key, customer_says, soon
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import customer_character, scene

# Out of a hundred hundred: those who take the time to say yes.
SAY_YES = 6000


@subscribe(StatementIssued)
def be_sent_statement(ctx: Context, reference: str, payload: StatementIssued) -> None:
    """The statement reaches whoever keeps the customer's books."""
    if scene(ctx) is not None:
        bounds = customer_character(ctx, payload.customer).reacts_in
        soon(ctx, bounds, "customer_reads_statement", customer_key(payload.customer), reference)


@happens("customer_reads_statement")
def read_statement(ctx: Context, subject: str) -> None:
    """What is in dispute is contested; otherwise most say that they agree."""
    stated = ctx.find(AccountStatement, subject)
    if stated.answer:
        return
    owed = account_of(ctx.session, stated.customer, ctx.today()).invoices
    contested = (Status.DISPUTED, Status.REFUSED)
    disputed = tuple(each.reference for each in owed if each.last_status in contested)
    key = customer_key(stated.customer.reference)
    if not disputed and not chance.happens(SAY_YES, ctx.run.seed, key, "agrees", subject):
        return
    answer_statement(ctx.acting_as(key), stated, contested=disputed)
    occasion = "contests_statement" if disputed else "agrees_statement"
    customer_says(
        ctx, stated.customer, occasion, topic="payment", about=subject, invoice=", ".join(disputed)
    )
