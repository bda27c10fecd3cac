"""The first scenario by clicking, from the customer's enquiry to the payment that settles it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, at_her_post

REFERENCE = "ATL-2026-118"  # the customer's own, written by the scenario
PROMISED = "2026-12-01"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas", "environ 45 minutes", "Hélène Vasseur")


def test_from_the_enquiry_to_the_payment(awa: Desk) -> None:
    reads_what_waits(awa)
    draws_up_the_quote(awa)
    sends_it(awa)
    answers_the_telephone(awa)
    checks_the_order(awa)
    has_it_corrected(awa)
    records_it(awa)
    orders_what_lacks(awa)
    receives_it(awa)
    ships(awa)
    invoices(awa)
    is_paid(awa)
    reads_the_report(awa)


def reads_what_waits(awa: Desk) -> None:
    awa.follow_next_act("Bienvenue à bord")
    awa.sees("remise : jusqu'à 5 % sans me demander")
    awa.follow_next_act("Quatre bureaux réglables en hauteur")
    awa.sees("livrés à l'atelier avant le 20 novembre", "Plafond d’encours")
    expect(awa.next_act).to_contain_text("établir le devis demandé par Inès Carlier")


def draws_up_the_quote(awa: Desk) -> None:
    awa.link("Établir un devis")
    awa.type("Article, ligne 1", "bur")
    awa.sees("« bur » désigne plusieurs articles")
    awa.type("Article, ligne 1", "assis-debout")
    awa.sees("Bureau assis-debout électrique")
    expect(awa.page.get_by_label("Prix unitaire hors taxe, ligne 1")).to_have_value("589,00")
    awa.type("Quantité, ligne 1", "4")
    awa.type("Remise en pour cent, ligne 1", "8")
    awa.sees("au-delà de votre délégation (5 %)")
    awa.type("Remise en pour cent, ligne 1", "5")
    awa.sees("2 706,00 €")
    expect(awa.main).not_to_contain_text("au-delà de votre délégation")
    awa.type("Livraison souhaitée", "2026-11-19")


def sends_it(awa: Desk) -> None:
    awa.press("Contrôler et envoyer")
    awa.sees("Tel que le client le verra", "Atelier Lumen", "2 706,00 €")
    awa.is_at("Brouillon")
    awa.confirm("Envoyer")
    awa.is_told(re.compile(r"Devis DE-2026-000001 envoyé à \d+:\d\d"))
    awa.is_at("Envoyé")


def answers_the_telephone(awa: Desk) -> None:
    awa.advance_until(lambda: awa.has_mail("Appel au sujet du devis"))
    awa.read("Appel au sujet du devis")
    awa.open("Stock", "MOB-002")
    awa.press("Consulter le stock")
    awa.sees("Que peut-on promettre", "24 nov. 2026")
    awa.read("Appel au sujet du devis")
    awa.type("Votre message", "Le 18 ne peut pas être tenu pour les quatre bureaux.")
    awa.page.get_by_label("Proposition").select_option(label="Livrer tout à une autre date")
    awa.type("Date proposée", PROMISED)
    awa.press("Envoyer")
    awa.sees("Votre réponse")


def checks_the_order(awa: Desk) -> None:
    awa.advance_until(lambda: awa.has_mail(REFERENCE))
    awa.read(REFERENCE)
    awa.open("Commandes", REFERENCE, "Reçue, à vérifier")
    awa.press("Comparer au devis")
    awa.sees("589,00", "577,22", "Écart")
    awa.press("Consulter l’encours")
    awa.sees("Factures impayées", "Commandes à facturer", "Cette commande", "12 000,00 €")
    awa.press("Voir le stock")
    awa.sees("En entrepôt", "24 nov.")


def has_it_corrected(awa: Desk) -> None:
    awa.confirm("Signaler les écarts au client")
    awa.is_told("Écarts signalés")
    awa.advance_until(lambda: awa.has_mail("Re: commande"))
    awa.read("Re: commande")
    awa.link("Ouvrir le document")
    awa.sees(REFERENCE, "a aligné la commande sur le devis", "2 706,00 €")


def records_it(awa: Desk) -> None:
    awa.press("Enregistrer la commande")
    awa.type("Date promise au client", PROMISED)
    awa.press("Enregistrer la commande", awa.page.get_by_role("dialog"))
    awa.is_at("Enregistrée")
    awa.confirm("Envoyer l’accusé de réception")
    awa.is_told("Accusé de réception")
    awa.sees("mar. 1er déc. 2026")


def orders_what_lacks(awa: Desk) -> None:
    number = awa.main.locator("h1").inner_text()
    awa.open("Stock", "MOB-002")
    awa.sees("Sous le seuil", "quantité conseillée 6")
    awa.link("Commander au fournisseur")
    awa.link("Reprendre les quantités conseillées")
    expect(awa.main.locator("tr", has_text="MOB-002").get_by_role("textbox")).to_have_value("6")
    awa.type("Pour quelle commande client", number)
    awa.confirm("Envoyer la commande")
    awa.is_told("CF-2026-000002")


def receives_it(awa: Desk) -> None:
    awa.advance_until(lambda: awa.is_told_of("arrivage"))
    awa.go("Achats")
    awa.link("Réceptionner")
    awa.main.get_by_role("textbox", name="MOB-002", exact=True).fill("6")
    awa.press("Enregistrer la réception")
    awa.is_told("Réception ARR-2026-000001 enregistrée")


def ships(awa: Desk) -> None:
    awa.open("Commandes", REFERENCE)
    awa.press("Réserver le reliquat")
    awa.is_told("Articles réservés")
    awa.press("Préparer la livraison")
    awa.is_told("préparé")
    awa.page.get_by_label("Transports Balisiers").check()
    awa.press("Retenir ce transporteur")
    awa.is_told("Transports Balisiers prendra la livraison")
    awa.confirm("Expédier")
    awa.is_at("Expédié")


def invoices(awa: Desk) -> None:
    awa.link("Préparer la facture")
    awa.sees("Atelier Lumen", "2 706,00 €")
    awa.confirm("Émettre la facture")
    awa.is_told("Facture FA-2026-000013 émise")
    awa.is_at("Émise")
    awa.advance()
    awa.open("Factures", "FA-2026-000013")
    awa.is_at("Déposée")


def is_paid(awa: Desk) -> None:
    awa.advance_until(lambda: awa.is_told_of("ligne de banque"))
    awa.go("Règlements")
    awa.press("Consulter la banque")
    line = awa.main.locator("form", has_text="FA-2026-000013").last
    line.get_by_label("Client qui a payé").select_option(label="Atelier Lumen")
    awa.press("Enregistrer le règlement", line)
    awa.is_told("Règlement REG-2026-000007 enregistré")
    line.get_by_label("FA-2026-000013").check()
    awa.press("Lettrer", line)
    awa.is_told("FA-2026-000013 lettrée")
    awa.open("Commandes", REFERENCE)
    awa.is_at("Réglée")


def reads_the_report(awa: Desk) -> None:
    awa.go("Bilan")
    for code in ("CP1.1", "CP2.1", "CP4.1"):
        expect(awa.criterion(code)).to_contain_text("Réussi")
    orders = awa.criterion("CP1.1")
    orders.get_by_text("Voir pourquoi").click()
    orders.get_by_role("link", name="Écarts signalés").first.click()
    awa.sees("CDE-2026-000015", "MOB-002")
