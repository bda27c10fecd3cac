"""The accounting journals: balanced, month by month, and as inspectors read them."""

from datetime import date

from flask.testing import FlaskClient

from sandbox.core import ledger
from sandbox.core.context import Context
from sandbox.core.fec import COLUMNS, fec_text
from sandbox.erp.queries.accounting import Piece, fec_lines, pieces
from sandbox.erp.services import issue_credit_note
from sandbox.erp.services.depositing import invoice_deposit
from tests.erp.billing.test_deposits import agreed, pay
from tests.factories.billing import invoiced
from tests.factories.world import World


def of_the_year(ctx: Context) -> list[Piece]:
    ctx.session.flush()
    return pieces(ctx.session, ctx.run.id, date(2026, 1, 1), date(2026, 12, 31))


def test_every_piece_is_balanced_and_the_customer_owes_what_the_invoices_say(
    ctx: Context, world: World
) -> None:
    order = agreed(ctx, world)
    pay(ctx, invoice_deposit(ctx, order))
    final = invoiced(ctx, world, order)
    issue_credit_note(ctx, final, reason="Mauvais prix")
    found = of_the_year(ctx)
    assert [piece.journal[0] for piece in found].count("BQ") == 1
    assert all(debit == credit for debit, credit in (piece.sums for piece in found))
    lines = [line for piece in found for line in piece.entry]
    owed = sum(line.debit - line.credit for line in lines if line.account == ledger.CUSTOMERS)
    assert owed == 0
    assert sum(line.credit - line.debit for line in lines if line.account == ledger.GOODS) == 0


def test_the_file_has_eighteen_columns_and_one_series_of_numbers(
    ctx: Context, world: World
) -> None:
    invoice = invoiced(ctx, world)
    invoice.customer.name = "Atelier\tLumen\n"
    issue_credit_note(ctx, invoice, reason="Mauvais prix")
    heading, *rows = fec_text(fec_lines(of_the_year(ctx))).splitlines()
    assert tuple(heading.split("\t")) == COLUMNS
    cells = [dict(zip(COLUMNS, row.split("\t"), strict=True)) for row in rows]
    assert {cell["EcritureNum"] for cell in cells} == {"000001", "000002"}
    first = cells[0]
    assert first["CompteNum"] == "411"
    assert first["CompAuxLib"] == "Atelier Lumen"
    assert first["EcritureDate"] == f"{invoice.issued_on:%Y%m%d}"
    assert first["Debit"] == f"{invoice.gross // 100},{invoice.gross % 100:02d}"


def test_a_month_is_shown_and_leaves_as_a_file(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    invoice = invoiced(ctx, world)
    ctx.session.commit()
    base = f"/parties/{world.run.id}"
    shown = client.get(f"{base}/journal-comptable").text
    assert invoice.reference in shown
    assert "Aucune pièce" in client.get(f"{base}/journal-comptable?mois=2025-01").text
    assert client.get(f"{base}/journal-comptable?mois=hier").status_code == 200
    listed = client.get(f"{base}/listes/ecritures.csv?mois={invoice.issued_on:%Y-%m}")
    assert invoice.reference in listed.text
    sent = client.get(f"{base}/journal-comptable/fec")
    assert "FEC20261231.txt" in sent.headers["Content-Disposition"]
    assert invoice.reference in sent.text
