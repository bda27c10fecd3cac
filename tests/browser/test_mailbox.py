"""The mailbox by clicking: a draft kept, a letter ready, a paper joined, a receipt come back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import LEARNER, TOMORROW, Desk

SUBJECT = "Notre accord du mois de novembre"


@pytest.fixture
def desk(page: Page) -> Desk:
    """Awa, at her post."""
    desk = Desk(page)
    desk.sign_in(*LEARNER)
    desk.take_post()
    return desk


def writes(desk: Desk, to: str = "Atelier Lumen") -> None:
    """Open a blank message to somebody."""
    desk.go("Messages")
    desk.link("Écrire")
    desk.is_on("Nouveau message")
    desk.main.locator("select[name=to]").select_option(label=to)


def folder(desk: Desk, name: str) -> None:
    """Look into a folder of the mailbox."""
    desk.go("Messages")
    desk.main.get_by_label(name, exact=True).check()


def test_a_draft_is_kept_and_finished_later(desk: Desk) -> None:
    writes(desk)
    desk.type("Objet", SUBJECT)
    desk.type("Votre message", "Bonjour, je commence cette lettre")
    desk.press("Garder en brouillon")
    desk.is_told("Brouillon gardé")
    desk.sees(SUBJECT)
    desk.main.locator("a.mail", has_text=SUBJECT).click()
    expect(desk.page.get_by_label("Votre message")).to_have_value(re.compile("je commence"))
    desk.type("Votre message", "Bonjour, cette lettre est finie.")
    desk.press("Envoyer")
    desk.is_told("Message envoyé à Atelier Lumen")
    desk.sees(SUBJECT)
    folder(desk, "Brouillons")
    desk.sees("Aucun brouillon")


def test_a_letter_that_is_ready_is_filled_with_the_name_of_the_customer(desk: Desk) -> None:
    desk.go("Messages")
    desk.link("Écrire")
    desk.page.get_by_label("Partir d’un modèle").select_option(label="Réponse d'attente")
    desk.page.locator("#pour").select_option(label="Atelier Lumen")
    desk.page.locator("#sur").fill("DE-2026-000001")
    desk.press("Remplir")
    expect(desk.page.get_by_label("Votre message")).to_have_value(
        re.compile("Bonjour Inès Carlier")
    )
    expect(desk.page.get_by_label("Objet")).to_have_value("Votre demande DE-2026-000001")
    desk.press("Envoyer")
    desk.is_told("Message envoyé à Atelier Lumen")


def test_a_registered_letter_is_printed_joined_to_a_mail_and_its_receipt_comes_back(
    desk: Desk,
) -> None:
    writes(desk)
    desk.main.locator("select[name=channel]").select_option(label="Lettre recommandée")
    desk.type("Objet", SUBJECT)
    desk.type("Votre message", "Madame,\n\nNous confirmons notre accord.\n\nCordialement,")
    desk.press("Envoyer")
    desk.is_told("Message envoyé")
    desk.link("Courriers")
    desk.sees(SUBJECT, "Avis attendu", "7,58")
    writes(desk)
    desk.type("Objet", "Copie de notre courrier")
    desk.type("Votre message", "Bonjour, vous trouverez notre courrier en pièce jointe.")
    desk.main.locator("details.extras summary").click()
    desk.main.get_by_label(re.compile("^Courrier LET-")).first.check()
    desk.press("Envoyer")
    desk.main.locator("a.mail", has_text="Copie de notre courrier").click()
    desk.main.get_by_label("Pièces jointes").get_by_role("link").first.click()
    desk.sees("LET-")
    came = re.compile("Avis de réception : |Pli non réclamé : ")
    desk.go("Messages")
    letters = desk.main.locator("a.mail", has_text=came)
    desk.advance_until(lambda: letters.count() > 0, TOMORROW, patience=25)
    letters.first.click()
    desk.sees("Lettre recommandée n° 1A")


def test_a_message_is_flagged_labelled_put_away_and_found(desk: Desk) -> None:
    desk.read("Quatre bureaux")
    subject = desk.main.locator(".read-head h2").inner_text()
    desk.press("Suivre")
    desk.is_told("à suivre")
    desk.type("Étiquettes", "urgent")
    desk.press("Étiqueter")
    desk.is_told("Étiquettes enregistrées")
    desk.press("Archiver")
    desk.is_told("archivé")
    folder(desk, "Archivés")
    expect(desk.main.locator("a.mail", has_text=subject)).to_contain_text("urgent")
