"""Legal information of specialised bodies: read by a gesture, found again in the help."""

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.crm.errors import UnknownLegalPage
from sandbox.crm.legal import PAGES
from sandbox.crm.services.legal import consult_legal_page
from tests.supply.journal import said


def test_a_page_read_is_kept_once_within_the_hour(ctx: Context) -> None:
    consult_legal_page(ctx, page="recouvrement")
    consult_legal_page(ctx, page="mediation")
    consult_legal_page(ctx, page="mediation")
    told = [payload for _, payload in said(ctx, "legal_page.consulted")]
    assert [payload["page"] for payload in told] == ["recouvrement", "mediation"]
    assert told[0]["body"] == "Observatoire du recouvrement"


def test_a_page_that_nobody_writes_is_refused(ctx: Context) -> None:
    with pytest.raises(UnknownLegalPage):
        consult_legal_page(ctx, page="astrologie")


def test_every_point_names_where_it_comes_from() -> None:
    points = [point for page in PAGES.values() for point in page.points]
    assert all(point.source and point.text.endswith(".") for point in points)


def test_from_the_list_to_the_page(client: FlaskClient, ctx: Context) -> None:
    base = f"/parties/{ctx.run.id}/informations-juridiques"
    assert "Médiation Horizon Conso" in client.get(base).text
    assert client.post(f"{base}/mediation").status_code == 303
    assert "C. conso. L612-2" in client.get(f"{base}/mediation").text
    assert client.post(f"{base}/astrologie").status_code == 422
    assert client.get(f"{base}/astrologie").status_code == 404


def test_the_help_tells_them_all(client: FlaskClient) -> None:
    shown = client.get("/aide").text
    assert all(page.title in shown for page in PAGES.values())
