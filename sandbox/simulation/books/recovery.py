"""What was already done about late invoices: our predecessor followed the procedure."""

from collections.abc import Iterable
from datetime import date

from sandbox.core.context import Context
from sandbox.erp import collection
from sandbox.erp.models import Dunning, Invoice
from sandbox.simulation.books.numbers import at_noon

# Nobody hands a file over to the court in a learner's name.
NOT_TAKEN = "litigation"


def chase_late(ctx: Context, invoices: Iterable[Invoice]) -> None:
    """Take every step of the procedure that fell before the start, on its day."""
    procedure = ctx.setting.procedures.dunning
    steps = sorted(procedure.steps, key=lambda step: step.after_days)
    for invoice in invoices:
        for step in steps:
            on = collection.falls_on(step, invoice.due_on)
            if invoice.balance and on < ctx.today() and step.level != NOT_TAKEN:
                _take(ctx, invoice, step.level, step.channel, on)


def _take(ctx: Context, invoice: Invoice, level: str, channel: str, on: date) -> None:
    claim = collection.claim(invoice, ctx.setting.procedures.dunning, on)
    invoice.dunning_level, invoice.dunned_at = level, at_noon(on)
    ctx.add(
        Dunning(
            invoice_id=invoice.id,
            level=level,
            channel=channel,
            at=at_noon(on),
            balance=claim.balance,
            penalties=claim.penalties,
            indemnity=claim.indemnity,
        )
    )
