"""The bank statement as banks send it: a file in the CFONB 120 layout."""

from flask import Response

from sandbox.core.cfonb import Account, statement_of, statement_text
from sandbox.erp.queries.billing import bank_lines_seen
from sandbox.erp.views.base import bp, current_setting
from sandbox.web import attached, run, session


@bp.get("/reglements/releve-bancaire")
def bank_file() -> Response:
    """The statement of the company's month, up to what was seen of it at the bank."""
    today, company = run().clock.date(), current_setting().company
    lines = bank_lines_seen(session(), run().id)
    moved = ((line.at.date(), line.label, line.reference, line.amount) for line in lines)
    account = Account.of_iban(company.iban)
    stated = statement_of(account, today.replace(day=1), today, moved)
    content = statement_text(stated).encode("ascii")
    return attached(content, f"releve-{today:%Y-%m-%d}.txt", "text/plain; charset=us-ascii")
