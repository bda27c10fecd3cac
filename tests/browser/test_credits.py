"""A part of an invoice is taken back: reckoned first, issued once, seen by whoever opens it."""

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_her_post


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def test_a_credit_note_on_a_part_of_an_invoice(awa: Desk) -> None:
    awa.open("Factures", "Déposée")
    awa.link("Avoir partiel")
    awa.is_on("Avoir sur FA-")
    awa.page.get_by_label("Pourquoi").select_option("Geste commercial (rabais)")
    awa.type("Montant HT repris", "20")
    awa.press("Calculer")
    awa.sees("rien n’est encore émis", "24,00")
    awa.type("Motif", "Livraison en retard d'un jour : geste convenu au téléphone.")
    awa.press("Émettre l’avoir")
    awa.is_told("Avoir AV-2026-")
    awa.sees("Repris par avoir", "geste convenu au téléphone")
    awa.go("Factures")
    awa.link("Avoirs")
    awa.sees("Geste commercial (rabais)", "24,00")
