"""An order recorded is changed with its customer, then given up; another comes already paid."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import TRAINER, Desk, at_her_post
from tests.browser.orders import desk_with


@pytest.fixture
def server(tmp_path: Path, demo_class: Path) -> Iterator[str]:
    """A customer's order is recorded, nothing of it has gone."""
    with desk_with(demo_class, tmp_path, False) as address:
        yield address


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page)


def test_an_order_is_changed_then_cancelled_with_its_customer(awa: Desk) -> None:
    awa.open("Commandes", "BC-1")
    awa.main.get_by_role("button", name="Modifier la commande").click()
    awa.type("MOB-009, unités", "5")
    awa.press("Modifier la commande", awa.page.get_by_role("dialog"))
    awa.is_told("modifiée")
    lamps = awa.main.get_by_role("row", name="Lampe de bureau")
    expect(lamps.first.locator("td[data-label='Qté']")).to_have_text("5")
    awa.confirm("Envoyer l’accusé de réception")
    awa.is_told("Accusé")
    awa.main.get_by_role("button", name="Annuler la commande").click()
    dialog = awa.page.get_by_role("dialog")
    dialog.get_by_label("Sur quelle base").select_option("D'un commun accord, sans frais")
    awa.type("Motif, tel que le client le lira", "Projet abandonné, comme convenu au téléphone.")
    awa.press("Annuler la commande", dialog)
    awa.is_told("annulée")
    awa.sees("Commande annulée", "Projet abandonné")


def test_an_order_of_a_marketplace_is_paid_already(awa: Desk, window: Callable[..., Page]) -> None:
    sends_the_order(Desk(window()))
    awa.read("Nouvelle commande BC-")
    awa.sees("payée sur notre place de marché", "commission")
    awa.link("Ouvrir le document")
    awa.sees("Place de marché", "payée en ligne", "facturée à part")
    awa.main.get_by_role("button", name="Enregistrer la commande").click()
    awa.type("Date promise au client", "2026-11-20")
    awa.press("Enregistrer la commande", awa.page.get_by_role("dialog"))
    awa.is_told("enregistrée")
    awa.confirm("Envoyer l’accusé de réception")
    awa.advance_to("4 nov.")
    awa.go("Règlements")
    awa.press("Consulter la banque")
    awa.sees("VIR GRAND ÉTAL PRO BC-")


def sends_the_order(trainer: Desk) -> None:
    trainer.sign_in(*TRAINER)
    others = ("Basile Morin", "Chloé Nguyen", "Driss Lemaire")
    summary = "L'acheteur a payé en ligne"
    trainer.send_incident("commande-place-de-marche", summary, "CLI-0006", spare=others)
