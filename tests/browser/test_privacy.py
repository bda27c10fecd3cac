"""Somebody asks by mail what is held on them: noted, answered within the month, exported."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.desk import LEARNER, TRAINER, Desk

CUSTOMER = "Atelier Lumen"


def strikes(trainer: Desk) -> None:
    """The trainer lets a contact of the customer ask for their data."""
    trainer.go("Ma classe")
    trainer.link("Agir sur la classe")
    trainer.page.get_by_label("Lequel").select_option("demande-acces")
    trainer.sees("Un contact demande, au titre du RGPD")
    trainer.page.locator("#p-customer").select_option("CLI-0001")
    trainer.press("Envoyer cet incident")
    trainer.is_told("Incident envoyé")


def test_an_access_request_goes_from_the_mail_to_the_export(window: Callable[..., Page]) -> None:
    awa, trainer = Desk(window()), Desk(window())
    awa.sign_in(*LEARNER)
    awa.take_post()
    trainer.sign_in(*TRAINER)
    strikes(trainer)
    awa.read("Mes données personnelles")
    awa.open("Clients", CUSTOMER)
    awa.link("Données personnelles")
    awa.is_on("Données personnelles")
    awa.press("Noter la demande")
    awa.is_told("Demande DEM-2026-000001 notée")
    awa.sees("RGPD, article 15", "Ce que nous tenons sur cette personne", "Répondre avant")
    awa.confirm("Répondre")
    awa.is_told("Réponse à DEM-2026-000001 envoyée")
    awa.sees("Répondue", "Voir la réponse (PDF)")
    with awa.page.expect_download() as download:
        awa.link("en CSV")
    exported = Path(download.value.path()).read_text("utf-8-sig")
    assert "Identité et coordonnées" in exported
    assert "Mes données personnelles" in exported


def test_an_objection_is_noted_then_honoured_by_a_mailing(window: Callable[..., Page]) -> None:
    awa = Desk(window())
    awa.sign_in(*LEARNER)
    awa.take_post()
    awa.open("Clients", CUSTOMER)
    awa.link("Données personnelles")
    awa.page.get_by_label("Ce qui est dit").select_option("Opposition")
    awa.type("Où cela se lit", "Courriel du 2 novembre")
    awa.press("Noter ce choix")
    awa.is_told("Choix noté")
    awa.sees("Opposition", "Courriel du 2 novembre")
    awa.go("Messages")
    awa.link("Publipostage")
    awa.sees("ces clients sont laissés de côté", CUSTOMER)
    for box in awa.main.locator("fieldset.ticks input").all()[:3]:
        box.check()
    awa.main.locator("fieldset.ticks").get_by_label(CUSTOMER).check()
    awa.page.get_by_label("Sujet traité").select_option("Offre commerciale")
    awa.type("Objet", "Nos bureaux assis-debout")
    awa.type(
        "Votre lettre", "Bonjour {client}, une offre. Pour ne plus en recevoir, répondez STOP."
    )
    awa.press("Envoyer à chacun")
    awa.is_told("Laissés de côté (opposition ou accord absent) : 1")
