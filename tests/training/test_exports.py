"""Every list leaves as a file that holds what its filters let through, and nothing else."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.core.workbooks import read_rows
from sandbox.extensions import db
from sandbox.training.list_tools import LISTINGS
from tests.conftest import empty, sign_in
from tests.factories.world import make_world
from tests.test_screens import held, listening
from tests.walk import played_run

# Screen of each list, what is filtered on it, and how many rows the model play leaves at least.
SCREENS = {
    "clients": ("clients", "q=atelier", 1),
    "contacts": ("clients", "q=atelier", 1),
    "reclamations": ("reclamations", "state=all", 1),
    "taches": ("agenda", "", 0),
    "devis": ("devis", "state=accepted", 1),
    "commandes": ("commandes", "sort=-total", 1),
    "livraisons": ("expeditions", "state=delivered", 1),
    "factures": ("factures", "state=open", 1),
    "avoirs": ("avoirs", "", 0),
    "reglements": ("reglements", "", 1),
    "relances": ("relances", "", 0),
    "echeanciers": ("echeanciers", "", 0),
    "contentieux": ("contentieux", "", 1),
    "releves": ("reglements/releves", "", 1),
    "stock": ("stock", "q=bureau", 1),
    "mouvements": ("stock/mouvements", "state=shipment", 1),
    "achats": ("achats", "state=received", 1),
    "litiges-fournisseurs": ("achats/litiges", "state=all", 0),
    "factures-fournisseurs": ("achats/factures", "", 0),
    "echeances": ("echeances", "", 3),
    "a-facturer": ("factures/a-etablir", "", 1),
    "ecritures": ("journal-comptable", "mois=2026-11", 20),
    "classement": ("classement", "q=facture", 1),
}


@dataclass(frozen=True)
class Desk:
    """A learner's desk after the model play."""

    client: FlaskClient
    session: Session
    run: Run

    def get(self, address: str) -> bytes:
        answer = self.client.get(f"/parties/{self.run.id}/{address}")
        assert answer.status_code == 200, address
        return answer.data

    def rows(self, name: str, query: str) -> list[list[str]]:
        text = self.get(f"listes/{name}.csv?{query}").decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def desk(shared_app: Flask) -> Iterator[Desk]:
    with shared_app.app_context(), Session(db.engine, expire_on_commit=False) as session:
        world = make_world(session)
        session.commit()
        run = played_run(session, world.learner)
        yield Desk(sign_in(shared_app.test_client(), world.learner), session, run)
        session.close()
        db.session.remove()
        empty()


def test_each_list_has_its_file() -> None:
    assert LISTINGS.keys() == SCREENS.keys()


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_the_file_holds_what_the_screen_shows(desk: Desk, name: str) -> None:
    screen, query, least = SCREENS[name]
    headings, *rows = desk.rows(name, query)
    assert headings == [heading for heading, _ in LISTINGS[name].columns]
    assert len(rows) >= least
    shown = desk.get(f"{screen}?{query}").decode()
    counted = re.search(r'class="count-line" role="status">(\d+)', shown)
    if counted and name != "contacts":
        assert len(rows) == int(counted[1])
    if name != "contacts" and rows and "page=2" not in shown and "Numéro" in headings:
        assert all(row[headings.index("Numéro")] in shown for row in rows)
    if rows or name not in ("relances", "echeanciers"):
        assert f"listes/{name}.xlsx" in shown


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_both_kinds_of_file_say_the_same_for_few_statements(desk: Desk, name: str) -> None:
    _, query, _ = SCREENS[name]
    with listening() as said:
        book = read_rows(f"{name}.xlsx", desk.get(f"listes/{name}.xlsx?{query}"))
    assert len(said) <= 12
    assert [row[0] for row in book] == [row[0] for row in desk.rows(name, query)]


def test_a_file_ignores_the_page_but_not_the_filter(desk: Desk) -> None:
    everybody = desk.rows("clients", "page=2")
    assert everybody == desk.rows("clients", "")
    found = desk.rows("clients", "q=atelier&sort=-name")
    assert 1 < len(found) < len(everybody)
    assert all("atelier" in row[1].lower() for row in found[1:])


def test_amounts_are_numbers_that_a_spreadsheet_adds_up(desk: Desk) -> None:
    headings, first, *_ = desk.rows("factures", "")
    net, vat, gross = (
        float(first[headings.index(name)].replace(",", "."))
        for name in ("Total HT (€)", "TVA (€)", "Total TTC (€)")
    )
    assert net + vat == pytest.approx(gross)


def test_exporting_writes_nothing(desk: Desk) -> None:
    before = held(desk.session, desk.run)
    for name in SCREENS:
        desk.get(f"listes/{name}.csv")
    assert held(desk.session, desk.run) == before


@pytest.mark.parametrize("name", sorted(n for n in SCREENS if LISTINGS[n].groupings))
def test_groups_hold_every_row_and_add_up_to_the_cent(desk: Desk, name: str) -> None:
    _, query, _ = SCREENS[name]
    headings, *rows = desk.rows(name, query)
    euros = [n for n, heading in enumerate(headings) if heading.endswith("(€)")]
    for by in LISTINGS[name].groupings:
        first, *lines = desk.rows(name, f"{query}&par={by}")
        assert first[1:] == headings
        own = [line for line in lines if not line[0].startswith(("Sous-total ", "Total"))]
        assert sorted(line[1:] for line in own) == sorted(rows)
        parts = [line for line in lines if line[0].startswith("Sous-total ")]
        for n in euros:
            whole = sum(map(amount, (row[n] for row in rows)), Decimal(0))
            assert sum(map(amount, (part[n + 1] for part in parts)), Decimal(0)) == whole
            assert amount(lines[-1][n + 1]) == whole
        with listening() as said:
            shown = desk.get(f"listes/{name}?{query}&par={by}").decode()
        assert len(said) <= 12
        assert all(part[0].removeprefix("Sous-total ") in unescape(shown) for part in parts[:20])


def amount(cell: str) -> Decimal:
    return Decimal(cell.replace(",", ".") or 0)


def test_a_list_that_does_not_group_is_not_found_grouped(desk: Desk) -> None:
    for name in ("contacts", "rien"):
        address = f"/parties/{desk.run.id}/listes/{name}?par=mois"
        assert desk.client.get(address).status_code == 404
    # A grouping that is not known falls back on the first one.
    assert "Devis par client" in desk.get("listes/devis?par=couleur&page=99").decode()


def test_an_unknown_list_is_not_found(desk: Desk) -> None:
    for address in ("listes/rien.csv", "listes/clients.pdf"):
        assert desk.client.get(f"/parties/{desk.run.id}/{address}").status_code == 404
