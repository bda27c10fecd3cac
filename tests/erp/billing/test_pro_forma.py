"""Pro forma invoices: a picture of the sale that claims nothing."""

from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.documents.papers import papers_about
from sandbox.documents.snapshots import ProForma
from sandbox.erp.errors.depositing import ProFormaUseless
from sandbox.erp.models import Order
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services.pro_forma import issue_pro_forma
from tests.documents.test_issuing_credits import frozen
from tests.factories.billing import invoiced, recorded
from tests.factories.world import World
from tests.supply.journal import said


def test_a_pro_forma_has_its_own_series_and_owes_nothing(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)

    def owed() -> int:
        return outstanding(ctx.session, ctx.run.id, world.customer, ctx.today()).exposure

    before = owed()
    issue_pro_forma(ctx, order)
    issue_pro_forma(ctx, order)
    assert [reference for reference, _ in said(ctx, "pro_forma.issued")] == [
        "PF-2026-000001",
        "PF-2026-000002",
    ]
    assert owed() == before
    assert invoiced(ctx, world, order).reference == "FA-2026-000001"


def test_it_is_frozen_and_found_among_the_papers_of_the_order(ctx: Context, world: World) -> None:
    order = recorded(ctx, world)
    issue_pro_forma(ctx, order)
    paper = frozen(ctx, "pro_forma")
    assert isinstance(paper, ProForma)
    assert (paper.order_reference, paper.valid_until) == (order.reference, date(2026, 12, 2))
    assert paper.totals.gross == order.gross
    names = [each.name for each in papers_about(ctx.session, ctx.run.id, order.reference)]
    assert names == ["Facture pro forma"]


def test_nothing_is_announced_once_invoiced(ctx: Context, world: World) -> None:
    order: Order = invoiced(ctx, world).order
    with pytest.raises(ProFormaUseless):
        issue_pro_forma(ctx, order)
