"""A payment already matched comes back unpaid: the debt is on the customer's account again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import LEARNER, TRAINER, Desk

CUSTOMER = "Groupe Sarment"


@pytest.fixture
def awa(window: Callable[..., Page]) -> Desk:
    """A learner who has recorded and matched what the bank brought this morning."""
    desk = Desk(window())
    desk.sign_in(*LEARNER)
    desk.take_post()
    desk.go("Règlements")
    desk.press("Consulter la banque")
    line = desk.main.locator("form", has_text="GROUPE SARMENT")
    desk.press("Enregistrer le règlement", line)
    desk.is_told("Règlement REG-2026-000007 enregistré")
    desk.press("Lettrer", desk.main.locator("form", has_text="REG-2026-000007"))
    desk.is_told("lettrée")
    return desk


def takes_back(trainer: Desk) -> None:
    """The trainer lets the bank take that payment back."""
    trainer.sign_in(*TRAINER)
    summary = "La banque reprend un règlement enregistré"
    trainer.send_incident("reglement-impaye", summary, "CLI-0004")


def test_a_payment_comes_back_unpaid(awa: Desk, window: Callable[..., Page]) -> None:
    awa.sees("Soldée")
    takes_back(Desk(window()))
    awa.read("Impayé de Groupe Sarment")
    awa.sees("remettre leur compte d'accord")
    awa.go("Règlements")
    awa.press("Consulter la banque")
    awa.sees("IMPAYE PROVISION INSUFFISANTE REG-2026-000007", "n’a pas été honoré")
    awa.page.get_by_label("Règlement qui revient impayé").select_option("REG-2026-000007")
    awa.press("Enregistrer l’impayé")
    awa.is_told("REG-2026-000007 est revenu impayé")
    expect(awa.main.locator("table")).not_to_contain_text("FA-2026-000007")
    awa.open("Clients", CUSTOMER)
    awa.press("Consulter l’encours")
    awa.sees("2 921,09 €")
