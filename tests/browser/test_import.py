"""A file with mistakes is read, corrected on the screen, and its customers get their records."""

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_her_post

FILE = """Nom;SIREN;Ville;Courriel
Fleurs de Redon;;Redon;contact@fleurs-redon.example
Gravure Alpha;123456789;Vitré;
;;Rennes;
"""


@pytest.fixture
def awa(page: Page) -> Desk:
    """A learner who has just taken her post."""
    return at_her_post(page, "Premiers pas")


def test_import_with_errors(awa: Desk) -> None:
    awa.go("Clients")
    awa.link("Importer")
    awa.is_on("Importer des clients")
    file = {"name": "clients.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    awa.page.get_by_label("Fichier").set_input_files(files=[file])  # type: ignore[list-item]
    awa.press("Lire le fichier")
    awa.sees("2 lignes à corriger", "Le nom manque", "Écrivez le nom, ou décochez la ligne")
    awa.type("SIREN, ligne 3", "")
    awa.page.get_by_label("Prendre la ligne 4").uncheck()
    awa.press("Vérifier et créer")
    awa.is_told("2 fiches ouvertes")
    awa.sees("Exporter")
    awa.page.get_by_role("searchbox").fill("Gravure")
    awa.sees("Gravure Alpha", "1 client")
