"""What left in the month and is not invoiced: one invoice for all of it, cancelled, made anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post
from tests.browser.orders import NAME, desk_with


@pytest.fixture
def server(tmp_path: Path, demo_class: Path) -> Iterator[str]:
    """A customer was sent two deliveries this month."""
    with desk_with(demo_class, tmp_path, True, True) as address:
        yield address


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page)


def test_two_deliveries_make_one_invoice(awa: Desk) -> None:
    asks_for_one_invoice_a_month(awa)
    looks_at_what_is_to_be_invoiced(awa)
    awa.press("Préparer la facture périodique")
    awa.sees("Facture périodique, brouillon sans numéro", "BC-1, BC-2", "Bons de livraison")
    awa.confirm("Émettre la facture")
    awa.is_told("Facture périodique FA-2026-000013 émise")
    awa.sees("Facture périodique", "Livraisons réunies", "BL-2026-000013", "BL-2026-000014")
    awa.go("Factures")
    awa.link("À établir")
    awa.sees("Tout est facturé")
    takes_it_back(awa)
    awa.sees("Facture périodique, brouillon sans numéro", "BC-1, BC-2")
    looks_at_what_is_to_be_invoiced(awa)


def asks_for_one_invoice_a_month(awa: Desk) -> None:
    awa.open("Clients", NAME)
    awa.link("Modifier la fiche")
    awa.page.get_by_label("Facture périodique").check()
    awa.press("Enregistrer")
    awa.sees("Une facture par mois")


def looks_at_what_is_to_be_invoiced(awa: Desk) -> None:
    awa.go("Factures")
    awa.link("À établir")
    awa.sees("Livré, pas encore facturé", NAME, "Facture périodique demandée")
    for name in ("BL-2026-000013", "BL-2026-000014"):
        expect(awa.main.get_by_label(f"Réunir {name}")).to_be_checked()


def takes_it_back(awa: Desk) -> None:
    awa.open("Factures", "FA-2026-000013")
    awa.main.get_by_role("button", name="Annuler par un avoir").click()
    awa.type("Motif, tel qu’il figurera sur l’avoir", "Un bon de livraison oublié.")
    awa.page.get_by_label("Préparer aussitôt la nouvelle facture").check()
    awa.press("Annuler par un avoir", awa.page.get_by_role("dialog"))
    awa.is_told("Avoir AV-2026-000001 émis sur FA-2026-000013")
