"""Statements of account: sent to a customer, who agrees with the balance or contests it."""

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.models import Channel, Customer
from sandbox.erp.errors.statements import AnsweredAlready, NothingToState, StatedToday
from sandbox.erp.models.statement import AccountStatement, StatementAnswer
from sandbox.erp.queries.statements import account_of, last_statement
from sandbox.erp.services.letters import write_to
from sandbox.journal import record, use_case
from sandbox.journal.payloads.statements import StatementAnswered, StatementIssued


@use_case(minutes=5, emits=(StatementIssued,), refuses=(NothingToState, StatedToday))
def issue_statement(
    ctx: Context, customer: Customer, *, channel: Channel = Channel.EMAIL
) -> AccountStatement:
    """Send a customer the statement of its account as it stands today."""
    account = account_of(ctx.session, customer, ctx.today())
    if account.is_empty:
        raise NothingToState(customer=customer.name)
    before = last_statement(ctx.session, customer)
    if before is not None and before.closed_on == ctx.today():
        raise StatedToday(reference=before.reference)
    stated = ctx.add(
        AccountStatement(
            reference=ctx.number("REL"),
            customer=customer,
            sent_at=ctx.now(),
            closed_on=ctx.today(),
            balance=account.balance,
            overdue=account.overdue,
            answer=StatementAnswer.NONE,
            contested=[],
        )
    )
    payload = StatementIssued(
        customer=customer.reference,
        closed_on=stated.closed_on,
        balance=stated.balance,
        overdue=stated.overdue,
        invoices=len(account.invoices),
        channel=channel,
    )
    record(ctx, stated.reference, payload)
    _write(ctx, stated, channel)
    return stated


def _write(ctx: Context, stated: AccountStatement, channel: Channel) -> None:
    late = f", dont {format_euros(stated.overdue)} échus" if stated.overdue else ""
    write_to(
        ctx,
        stated.customer,
        topic="payment",
        subject=f"Votre relevé de compte {stated.reference}",
        text=(
            f"Vous trouverez ci-joint le relevé de votre compte au {stated.closed_on:%d/%m/%Y}. "
            f"Solde en notre faveur : {format_euros(stated.balance)}{late}. Merci de nous dire si "
            "vous êtes d'accord, ou ce qui ne l'est pas."
        ),
        about=stated.reference,
        channel=channel,
    )


@use_case(emits=(StatementAnswered,), refuses=(AnsweredAlready,))
def answer_statement(
    ctx: Context, account_statement: AccountStatement, *, contested: tuple[str, ...] = ()
) -> AccountStatement:
    """The customer agrees with the balance, or names invoices that it does not accept."""
    if account_statement.answer:
        raise AnsweredAlready(reference=account_statement.reference)
    account_statement.answer = StatementAnswer.CONTESTED if contested else StatementAnswer.AGREED
    account_statement.contested = list(contested)
    customer = account_statement.customer.reference
    answered = StatementAnswered(customer, agreed=not contested, invoices=contested)
    record(ctx, account_statement.reference, answered)
    return account_statement
