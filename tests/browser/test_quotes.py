"""A quote, from the grid to a second version that the customer accepts."""

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_her_post


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def stands(awa: Desk, quote: str, state: str) -> bool:
    """Whether a quote of the list is in this state."""
    awa.go("Devis")
    row = awa.main.locator("tbody tr").filter(has_text=quote)
    return row.filter(has_text=state).count() > 0


def test_a_quote_and_its_second_version(awa: Desk) -> None:
    awa.go("Devis")
    awa.link("Nouveau devis")
    awa.page.get_by_label("Client").first.select_option("Agence Bellerive")
    awa.type("Article, ligne 1", "MOB-001")
    awa.type("Quantité, ligne 1", "4")
    awa.page.get_by_text("Acompte ou arrhes, escompte").click()
    awa.page.get_by_label("Somme demandée d’avance").select_option("Acompte")
    awa.type("Combien", "30 %")
    awa.press("Enregistrer le brouillon")
    awa.sees("30 % du total, soit 352,27")
    awa.link("Contrôler et envoyer")
    awa.confirm("Envoyer")
    awa.is_told("Devis DE-2026-000001 envoyé")
    awa.confirm("Nouvelle version")
    awa.is_told("Version 2 en brouillon")
    awa.type("Remise en pour cent, ligne 1", "10 + 5")
    awa.press("Ajouter une ligne")
    awa.type("Article, ligne 2", "MOB-011")
    awa.type("Quantité, ligne 2", "3")
    awa.page.get_by_label("Option, non comptée dans le total").nth(1).check()
    awa.sees("Options non comptées : avec elles toutes,")
    awa.press("Enregistrer le brouillon")
    awa.link("Versions")
    awa.sees("remise 3 %", "remise 10 % puis 5 %", "Option : MOB-011", "Brouillon")
    awa.link("Revenir au devis")
    awa.link("Contrôler et envoyer")
    awa.confirm("Envoyer")
    awa.is_told("Devis DE-2026-000002 envoyé")
    awa.advance_until(lambda: stands(awa, "DE-2026-000002", "Accepté"))
    assert stands(awa, "DE-2026-000001", "Remplacé")
    awa.open("Devis", "DE-2026-000002")
    awa.sees("Bon pour accord", "copie signée au classement")
    awa.go("Devis")
    awa.link("Suites")
    awa.sees("Taux de transformation", "Accepté")
