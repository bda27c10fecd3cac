"""Before an order is recorded: what differs from the quote, and a director who says no."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post

REFERENCE = "ATL-2026-118"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def test_an_order_is_laid_beside_its_quote_and_the_terms_of_sale(awa: Desk) -> None:
    quotes_four_desks(awa)
    awa.advance_until(lambda: awa.has_mail(REFERENCE))
    awa.open("Commandes", REFERENCE, "Reçue, à vérifier")
    expect(awa.main).not_to_contain_text("Tarif et conditions")
    awa.press("Comparer au devis")
    price = awa.main.locator("#comparaison tr", has_text="PU HT")
    for side, shown in (("Devis", "589,00"), ("Commande", "577,22")):
        expect(price.locator(f"td[data-label='{side}']")).to_contain_text(shown)
    expect(price.locator("td[data-label='Tarif et conditions']")).to_contain_text("589,00")
    expect(price).to_contain_text("Écart")
    expect(price.get_by_text("Écart")).to_be_in_viewport()
    awa.sees("Validité du devis", "30 jours", "45,00 €, franco dès 500,00 €")
    awa.confirm("Signaler les écarts au client")
    awa.is_told("Écarts signalés")


def quotes_four_desks(awa: Desk) -> None:
    awa.read("Quatre bureaux réglables en hauteur")
    awa.link("Établir un devis")
    awa.type("Article, ligne 1", "MOB-002")
    awa.type("Quantité, ligne 1", "4")
    awa.type("Livraison souhaitée", "2026-11-19")
    awa.press("Contrôler et envoyer")
    awa.confirm("Envoyer")
    awa.is_told(re.compile("Devis DE-2026-000001 envoyé"))


def test_the_director_refuses_and_the_customer_is_told_why(awa: Desk) -> None:
    awa.advance_until(lambda: awa.has_mail("FER/26/310"))
    awa.open("Commandes", "FER/26/310")
    awa.press("Consulter l’encours")
    awa.sees("Au-dessus du plafond")
    awa.link("Demander l’accord de la direction")
    awa.sees("Qui peut décider quoi", "Direction commerciale", "25 %")
    awa.press("Envoyer la demande")
    awa.is_told("Demande d'accord envoyée")
    awa.sees("En attente de réponse", "Hélène Vasseur", "Rien ne s’engage avant sa réponse")
    awa.advance_until(lambda: awa.has_mail("Accord refusé"))
    awa.read("Accord refusé")
    awa.link("Ouvrir le document")
    awa.sees("Refusé", "Sans cet accord")
    awa.press("Refuser la commande")
    awa.type(
        "Motif, tel que le client le lira",
        "La direction n'a pas accordé le dépassement ; un acompte vous est proposé.",
    )
    awa.press("Refuser la commande", awa.page.get_by_role("dialog"))
    awa.is_told("refusée")
