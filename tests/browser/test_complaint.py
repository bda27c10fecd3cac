"""A complaint by clicking: opened from the record, followed step by step, answered."""

import re

from playwright.sync_api import Page

from tests.browser.desk import LEARNER, Desk


def test_a_complaint_goes_from_its_opening_to_the_customers_word(page: Page) -> None:
    desk = Desk(page)
    desk.sign_in(*LEARNER)
    desk.take_post()
    page.get_by_role("navigation").get_by_role("link", name="Clients").click()
    desk.main.get_by_role("row").nth(1).get_by_role("link").first.click()
    desk.link("Ouvrir une réclamation")
    desk.is_on("Ouvrir une réclamation")
    page.get_by_label("Nature").select_option("damaged")
    page.get_by_label("Ce que dit le client").fill("Deux plateaux sont rayés.")
    desk.press("Ouvrir la réclamation")
    desk.is_told("ouverte")
    page.get_by_label(re.compile("^Message au client")).fill("Nous nous en occupons.")
    desk.press("Envoyer l’accusé")
    desk.is_told("Accusé de réception envoyé")
    page.get_by_label("De qui cela vient").select_option("carrier")
    desk.press("Qualifier")
    desk.is_told("Réclamation qualifiée")
    page.get_by_label(re.compile("^Autre pièce")).fill("CLI-0001")
    page.get_by_label(re.compile("^Ce que les pièces montrent")).fill("Réserves sur le bon.")
    desk.press("Noter les faits")
    desk.is_told("Faits vérifiés")
    page.get_by_label(re.compile("^Réponse au client")).fill("Nous remplaçons les deux plateaux.")
    desk.press("Envoyer la réponse")
    desk.is_told("Réponse envoyée")
    desk.sees("Attendre la réaction du client")
