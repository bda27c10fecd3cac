"""The supply desk by clicking: what lacks is ordered, what comes is counted, people are told."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import Desk, at_her_post

IN_TWO = "Livrer en deux fois"
FIRST_ORDER = "ATL-2026-131"
SHORT_ORDER = "CO-4490"  # two desks and eight drawer units, with one desk on the shelves


@pytest.fixture
def scenario() -> str:
    return "retard-et-rupture"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Retard fournisseur et rupture")


def records(awa: Desk, order: str, promised_on: str) -> str:
    """Check an order and record it for a day; returns its number."""
    awa.advance_until(lambda: awa.has_mail(order))
    awa.open("Commandes", order)
    awa.press("Consulter l’encours")
    awa.sees("Factures impayées")
    awa.press("Voir le stock")
    awa.sees("En entrepôt")
    awa.press("Enregistrer la commande")
    awa.type("Date promise au client", promised_on)
    awa.press("Enregistrer la commande", awa.page.get_by_role("dialog"))
    awa.is_at("Enregistrée")
    return awa.main.locator("h1").inner_text()


def sends_off(awa: Desk) -> None:
    """From an order's page: prepare what is reserved, choose a carrier, let it go."""
    awa.press("Préparer la livraison")
    awa.is_told("préparé")
    awa.page.get_by_label("Transports Balisiers").check()
    awa.press("Retenir ce transporteur")
    awa.is_told("Transports Balisiers prendra la livraison")
    awa.confirm("Expédier")
    awa.is_at("Expédié")


def test_from_the_stockout_to_the_replenishment_and_the_delivery(awa: Desk) -> None:
    records(awa, FIRST_ORDER, "2026-12-01")
    order = records(awa, SHORT_ORDER, "2026-12-01")
    awa.open("Stock", "MOB-002")
    awa.sees("Que peut-on promettre", "Le disponible, jour après jour", "attendu par le client")
    awa.link("Commander au fournisseur")
    awa.main.locator("tr", has_text="MOB-002").get_by_role("textbox").fill("6")
    awa.type("Pour quelle commande client", order)
    awa.confirm("Envoyer la commande")
    awa.is_told("CF-2026-000004")
    receives(awa, "MOB-002")
    awa.open("Commandes", SHORT_ORDER)
    awa.press("Réserver le reliquat")
    sends_off(awa)
    expect(awa.main.locator("tbody tr", has_text="MOB-002")).to_contain_text("2")


def receives(awa: Desk, product: str) -> None:
    """Wait for the truck that brings an article, booking whatever comes before it."""
    brought = False
    while not brought:
        awa.advance_until(lambda: awa.is_in("Achats", "Réceptionner"))
        awa.link("Réceptionner")
        awa.sees("Comptez avant de signer")
        brought = product in awa.main.inner_text()
        books_what_is_announced(awa)


def books_what_is_announced(awa: Desk) -> None:
    """Count every article as the slip says."""
    for row in awa.main.locator("tbody tr").all():
        row.get_by_role("textbox").first.fill(row.locator("td[data-label=Annoncé]").inner_text())
    awa.press("Enregistrer la réception")
    awa.is_told("enregistrée")


def test_part_of_an_order_leaves_and_the_customer_is_told_of_the_rest(awa: Desk) -> None:
    order = records(awa, SHORT_ORDER, "2026-11-13")
    sends_off(awa)
    awa.sees("Livraison partielle", "à livrer")
    awa.go("Expéditions")
    awa.link("Reliquats")
    awa.sees(order, "MOB-002")
    row = awa.main.locator("tr", has_text=order).first
    awa.press("Dater le reliquat", row)
    awa.type("Nouvelle date", "2026-11-26")
    awa.press("Dater le reliquat", awa.page.get_by_role("dialog"))
    awa.is_told("26/11/2026")
    awa.link("Prévenir le client", awa.main.locator("tr", has_text=order).first)
    awa.type("Objet", "Votre commande, une livraison en deux fois")
    awa.type("Votre message", "Les caissons sont partis ; les bureaux suivront le 26 novembre.")
    awa.page.get_by_label("Proposition").select_option(label=IN_TWO)
    awa.type("Date proposée", "2026-11-26")
    awa.press("Envoyer")
    awa.is_told("envoyé")
    awa.advance_until(lambda: awa.has_mail(f"Re: livraison, référence {order}"))


def test_a_count_finds_a_gap_that_the_director_agrees_to_before_it_is_corrected(awa: Desk) -> None:
    awa.advance_to("4 nov.")
    awa.open("Stock", "MOB-007")
    awa.press("Demander un inventaire")
    awa.is_told("inventaire")
    awa.advance_until(lambda: counted(awa))
    counts(awa).first.get_by_role("link").first.click()
    awa.sees("−15", "Accord nécessaire")
    awa.press("Demander l’accord")
    awa.type("Les faits", "Le comptage à deux confirme quinze caissons de moins qu'aux livres.")
    awa.press("Demander l’accord", awa.page.get_by_role("dialog"))
    number = awa.main.locator("h1").inner_text()
    awa.advance_until(lambda: awa.has_mail(number))
    counts(awa).first.get_by_role("link").first.click()
    awa.press("Corriger le stock")
    awa.page.get_by_label("Motif de l’écart").select_option(label="Erreur de saisie")
    awa.press("Corriger le stock", awa.page.get_by_role("dialog"))
    awa.is_told("corrigé")
    awa.open("Stock", "MOB-007")
    awa.sees("25")


def counts(awa: Desk) -> Locator:
    """The counts, the latest first."""
    awa.go("Stock")
    awa.link("Inventaires")
    awa.is_on("Inventaires")
    return awa.main.locator("tbody tr")


def counted(awa: Desk) -> bool:
    """Whether the warehouse has given its sheet."""
    return counts(awa).first.get_by_text("Compté", exact=True).count() > 0
