"""A customer cannot pay at once: the debt is spread, written, and followed."""

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_her_post


@pytest.fixture
def scenario() -> str:
    """Where customers are late."""
    return "impayes"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page)


def test_a_payment_plan_is_agreed_and_followed(awa: Desk) -> None:
    awa.go("Relances")
    awa.main.locator("tbody tr").first.get_by_role("link").first.click()
    awa.link("Convenir d’un échéancier")
    awa.is_on("Échéancier pour")
    awa.sees("Votre délégation : 2 versements, sur 30 jours au plus")
    awa.type("Premier versement", "2020-01-02")
    awa.press("Convenir et envoyer")
    awa.sees("Le premier versement doit être après")
    awa.type("Premier versement", "2027-01-05")
    awa.press("Convenir et envoyer")
    awa.is_told("Échéancier ECH-")
    awa.is_told("Il fallait un accord")
    awa.is_on("Échéanciers")
    awa.sees("En cours", "1 sur 2", "mar. 5 janv. 2027", "À venir")


def test_a_statement_is_read_sent_and_listed(awa: Desk) -> None:
    awa.open("Clients", "CLI-0003")
    awa.link("Relevé de compte")
    awa.sees("Factures ouvertes", "Solde")
    awa.press("Envoyer le relevé")
    awa.is_told("Relevé REL-2026-000001 envoyé")
    awa.sees("Sans réponse")
