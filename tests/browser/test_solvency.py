"""A customer is looked into before it is given credit: sources, grid, conclusion, agreement."""

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_her_post

SOURCES = (
    "Registre des entreprises",
    "Bulletin officiel des annonces",
    "Comptes déposés",
    "État des privilèges",
)


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def test_a_solvency_check_to_its_conclusion(awa: Desk) -> None:
    awa.open("Clients", "CLI-0003")
    awa.link("Solvabilité")
    awa.press("Ouvrir un dossier")
    awa.is_told("Dossier SOL-2026-000001 ouvert")
    for name in SOURCES:
        awa.press("Consulter", awa.main.get_by_role("row", name=name))
        awa.is_told(f"{name}, lu")
    awa.press("Commander")
    awa.is_told("demande faite")
    awa.advance_until(lambda: awa.has_mail("Votre rapport sur"))
    awa.open("Clients", "CLI-0003")
    awa.link("Solvabilité")
    awa.link("SOL-2026-000001")
    awa.sees("Total : classe", "sur 100")
    awa.page.get_by_label("Conclusion").select_option("Crédit, dans un plafond")
    awa.type("Plafond proposé", "1 500")
    awa.type(
        "Sur quoi elle repose", "Rien au bulletin, comptes lus, note correcte : plafond de départ."
    )
    awa.press("Conclure")
    awa.is_told("Dossier conclu")
    awa.sees("Plafond proposé : 1 500,00")
    awa.link("Demander un accord")
    awa.is_on("Demander un accord")
    awa.press("Envoyer la demande")
    awa.is_told("Demande d'accord envoyée pour SOL-2026-000001")
    awa.sees("Accord ACC-", "Mettre ce plafond sur la fiche")
