"""A customer who does not pay: week after week, step after step, down to the formal notice."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import TOMORROW, Desk, at_her_post

INVOICE = "FA-2026-000009"


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner at her post."""
    return at_her_post(page)


def test_the_ladder_ends_in_a_formal_notice(awa: Desk) -> None:
    consults_the_aged_balance(awa)
    takes_the_step(awa, "2 nov.", "Appel téléphonique", "Noter l’appel")
    takes_the_step(awa, "9 nov.", "Première relance", "Envoyer")
    takes_the_step(awa, "16 nov.", "Deuxième relance", "Envoyer")
    asks_for_leave(awa, "27 nov.")
    sends_the_formal_notice(awa, "30 nov.")
    finds_every_step_again(awa)


def consults_the_aged_balance(awa: Desk) -> None:
    awa.go("Relances")
    awa.sees("Pas encore consultée")
    awa.press("Consulter la balance âgée")
    awa.sees("Non échu")
    expect(awa.main).not_to_contain_text("Pas encore consultée")


def prepares(awa: Desk, day: str, step: str) -> None:
    """Wait for a day, and open the letter of the step that the list says."""
    awa.advance_until(lambda: awa.clock_says(day), TOMORROW)
    awa.go("Relances")
    row = awa.main.locator("tr", has_text=INVOICE).first
    expect(row).to_contain_text(step)
    awa.link("Préparer", row)
    awa.sees(f"{step} : facture {INVOICE}", "Studio Pivoine")


def takes_the_step(awa: Desk, day: str, step: str, gesture: str) -> None:
    prepares(awa, day, step)
    awa.press(gesture)
    awa.is_told(INVOICE)


def asks_for_leave(awa: Desk, day: str) -> None:
    awa.advance_until(lambda: awa.clock_says(day), TOMORROW)
    awa.open("Relances", INVOICE)
    awa.link("Relancer")
    awa.link("Demander l’accord")
    awa.type("Les faits", "1 210,08 € échus le 30 octobre, un appel et deux relances sans effet.")
    awa.type("Les options possibles", "Mise en demeure lundi ; échéancier en deux fois.")
    awa.type("Votre recommandation", "La mise en demeure : la procédure est suivie.")
    awa.press("Envoyer la demande")
    awa.is_told("demand")


def sends_the_formal_notice(awa: Desk, day: str) -> None:
    prepares(awa, day, "Mise en demeure")
    awa.sees("Accord donné", "1 262,57 €", "sous huit jours")
    awa.confirm("Envoyer la mise en demeure")
    awa.is_told(INVOICE)


def finds_every_step_again(awa: Desk) -> None:
    awa.go("Relances")
    for step in ("Appel téléphonique", "Première relance", "Deuxième relance", "Mise en demeure"):
        awa.sees(step)
    awa.open("Factures", INVOICE)
    awa.sees("Mise en demeure", "recommandé")
