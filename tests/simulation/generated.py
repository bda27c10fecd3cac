"""A company of any size, written for tests and measurements alone."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sandbox.config import SCENARIOS
from sandbox.core.identifiers import make_siren

START = date(2026, 11, 2)
FIRST_BODY = 10_000


def generate_company(folder: Path, customers: int = 120, months: int = 12) -> str:
    """Write a scenario of so many customers and months of history; returns its name.

    Each customer has bought every two months, two lines at a time, and pays after thirty days.
    """
    shutil.copytree(SCENARIOS, folder, dirs_exist_ok=True)
    people = {f"CLI-{n:04d}": _customer(n) for n in range(1001, 1001 + customers)}
    scenario = {
        "title": "Grande entreprise",
        "company": "hevea",
        "starts_at": f"{START}T08:30",
        "brief": "Une entreprise de taille réelle.",
        "changes": {"customers": people},
        "invoices": [
            _invoice(reference, number, month)
            for month in range(0, months, 2)
            for number, reference in enumerate(people)
        ],
    }
    YAML().dump(scenario, folder / "grande.yaml")
    return "grande"


def _customer(number: int) -> dict[str, Any]:
    siren = make_siren(f"000{FIRST_BODY + number:05d}")
    return {
        "name": f"Client {number}",
        "street": f"{number} rue du Banc d'Essai",
        "postcode": "35000",
        "town": "Rennes",
        "siren": siren,
        "platform_address": siren,
        "credit_limit": 10_000,
        "known_since": "2024-01-01",
        "contacts": [{"name": f"Contact {number}"}],
    }


def _invoice(customer: str, number: int, month: int) -> dict[str, Any]:
    issued_on = START - timedelta(days=30 * month + number % 28 + 1)
    paid_on = issued_on + timedelta(days=30)
    lines = [
        {"product": f"MOB-{1 + number % 10:03d}", "quantity": 1 + number % 5},
        {"product": f"MOB-{1 + (number + 3) % 10:03d}", "quantity": 2},
    ]
    invoice = {"customer": customer, "issued_on": str(issued_on), "lines": lines}
    return invoice if paid_on >= START else invoice | {"paid_on": str(paid_on)}
