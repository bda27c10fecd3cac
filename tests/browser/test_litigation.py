"""A debt that nobody pays is handed over: its file made up, the agreement asked, papers joined."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post

INVOICE, CUSTOMER = "FA-2026-000003", "CLI-0003"
JOINED = ("Commande acceptée", "Accusé de réception", "Bon de livraison", "Facture", "Relances")


@pytest.fixture
def scenario() -> str:
    """Where customers are late."""
    return "impayes"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page)


def test_a_debt_is_handed_over_with_its_file(awa: Desk) -> None:
    gives_formal_notice(awa)
    states_the_account(awa)
    awa.advance_to("18 nov.")
    asks_for_leave(awa)
    awa.advance()
    hands_the_file_over(awa)


def gives_formal_notice(awa: Desk) -> None:
    for step, gesture in (("Première relance", "Envoyer"), ("Mise en demeure", "")):
        awa.open("Factures", INVOICE)
        awa.link(step, awa.main.locator("#relance"))
        if gesture:
            awa.press(gesture)
        else:
            awa.confirm("Envoyer la mise en demeure")
        awa.is_told(INVOICE)


def states_the_account(awa: Desk) -> None:
    awa.open("Clients", CUSTOMER)
    awa.link("Relevé de compte")
    awa.press("Envoyer le relevé")
    awa.is_told("Relevé")


def opens_the_file(awa: Desk) -> None:
    awa.go("Relances")
    awa.link("Contentieux")
    awa.link("Constituer le dossier", awa.main.locator("tr", has_text=INVOICE).first)
    awa.is_on("Dossier contentieux")


def asks_for_leave(awa: Desk) -> None:
    opens_the_file(awa)
    awa.sees("Indemnité forfaitaire", "40,00", "Injonction de payer", "tribunal de commerce")
    awa.link("Demander un accord")
    awa.type("Les faits", "Mise en demeure du 9 novembre restée sans effet.")
    awa.type("Les options possibles", "Un cabinet, ou une injonction de payer.")
    awa.type("Votre recommandation", "Le cabinet d’abord : sans frais de justice.")
    awa.press("Envoyer la demande")
    awa.is_told("demand")


def hands_the_file_over(awa: Desk) -> None:
    opens_the_file(awa)
    awa.sees("Accordé")
    for name in JOINED:
        awa.main.get_by_label(f"Joindre : {name}").check()
    awa.page.get_by_label("Confier à").select_option(
        "Cabinet de recouvrement : Recouvrement Alcyon"
    )
    awa.press("Remettre le dossier")
    awa.is_told("Dossier CTX-2026-000001 remis à Recouvrement Alcyon")
    awa.is_told("Il manque au dossier : mise en demeure, relevé de compte")
    awa.sees("5 pièces sur 7", "Ne relancez plus")
    awa.link("Contentieux", awa.page.locator("nav[aria-label]", has_text="Contentieux").first)
    expect(awa.main.locator("tr", has_text="CTX-2026-000001")).to_contain_text("Remis")
