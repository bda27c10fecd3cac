"""A pallet arrives crushed: counted as it is, reserved, protested; then the papers are filed."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post

RESERVES = "3 tables MOB-005 sur 12 : plateaux fendus, palette couchée, photos prises."


@pytest.fixture
def scenario() -> str:
    return "livraison-abimee"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Livraison abîmée")


def test_a_receipt_with_a_difference_and_the_protest_to_the_carrier(awa: Desk) -> None:
    finds_the_truck(awa)
    row = awa.main.locator("tbody tr", has_text="MOB-005")
    row.get_by_role("textbox").first.fill("12")
    row.get_by_label("Dont abîmé").fill("3")
    awa.type("Réserves", RESERVES)
    awa.press("Enregistrer la réception")
    awa.is_told("enregistrée")
    awa.open("Achats", "CF-2026-000002")
    awa.sees("Écart ou avarie", "Dernier jour pour protester", "10 nov.")
    awa.link("Écrire la protestation")
    awa.sees("article L133-3", RESERVES)
    awa.type("Votre lettre", "Trois tables MOB-005 sur douze sont fendues ; palette couchée.")
    awa.page.get_by_label("Envoyée par").select_option(label="Lettre recommandée")
    awa.press("Envoyer la protestation")
    awa.is_told("rotestation")
    awa.open("Achats", "CF-2026-000002")
    awa.sees("protestation, lettre recommandée")
    awa.open("Stock", "MOB-005")
    awa.sees("moins mis à part")


def finds_the_truck(awa: Desk) -> None:
    """Wait for the truck at our dock, and open its receipt."""
    awa.advance_until(lambda: awa.is_in("Achats", "Réceptionner"))
    awa.link("Réceptionner")
    awa.sees("Comptez avant de signer")


def test_a_paper_put_in_the_wrong_folder_is_found_again_and_put_right(awa: Desk) -> None:
    awa.advance_until(lambda: awa.has_mail("SAR-9931"))
    awa.open("Classement", "SAR-9931", "À classer")
    files(awa, "Achats", "je ne sais plus")
    looks_up(awa, "Sarment")
    awa.sees("Classé", "SAR-9931")
    awa.main.locator("tbody tr", has_text="SAR-9931").get_by_role("link").first.click()
    awa.sees("je ne sais plus")
    files(awa, "Commandes", "2026-11-05_commande_SAR-9931_groupe-sarment")
    looks_up(awa, "groupe-sarment")
    expect(awa.main.locator("tbody tr", has_text="SAR-9931")).to_contain_text("Classé")


def looks_up(awa: Desk, word: str) -> None:
    """Search the archive for a word."""
    awa.go("Classement")
    awa.page.get_by_placeholder("Client, numéro ou mot du document").fill(word)
    awa.page.keyboard.press("Enter")
    expect(awa.page).to_have_url(re.compile("q="))


def files(awa: Desk, folder: str, name: str) -> None:
    """Put the paper on screen into a folder, under a name."""
    choice = awa.page.get_by_label("Dossier du plan")
    value = choice.locator("option", has_text=folder).first.get_attribute("value")
    choice.select_option(value)
    awa.type("Nom du document", name)
    awa.press("Classer")
    awa.is_told("lassé")
