"""A scenario uses a part of a company; a file that tricks the reader is turned away."""

import time
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.crm.models import Customer
from sandbox.erp.models import Order
from sandbox.simulation.files import read_scenario
from sandbox.simulation.opening import open_run
from sandbox.simulation.past_year.drawing import draw_year
from sandbox.simulation.reading import LONGEST_FILE, BadFiles
from sandbox.simulation.world import install
from tests.simulation.companies.whole import whole_company

LAUGHS = "a: &a [ha, ha, ha]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return whole_company(tmp_path, "hevea")


def rewrite(folder: Path, uses: str) -> None:
    file = folder / "entiere.yaml"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([*lines[:-1], f"uses: {uses}"]) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("uses", "customers", "carriers"),
    [
        ("{}", 12, 3),
        ("{customers: all}", 120, 3),
        ("{customers: [CLI-0003]}", 1, 3),
        ("{customers: [CLI-0003, CLI-0010..CLI-0015]}", 7, 3),
        ("{customers: CLI-0001..CLI-0030, carriers: all}", 30, 5),
    ],
)
def test_a_scenario_says_which_part_it_uses(
    folder: Path, uses: str, customers: int, carriers: int
) -> None:
    rewrite(folder, uses)
    company = read_scenario(folder, "entiere").company
    assert (len(company.customers), len(company.carriers)) == (customers, carriers)
    assert set(company.characters.customers) <= set(company.customers)


@pytest.mark.parametrize(
    ("uses", "key", "remedy"),
    [
        ("{customers: [CLI-9999]}", "uses.customers.0", "n'est pas dans l'entreprise"),
        ("{customers: [CLI-0001..CLI-9999]}", "uses.customers.0", "CLI-9999"),
        ("{clients: all}", "uses.clients", "clé inconnue"),
        ("{past_year: peut-être}", "uses.past_year", ""),
    ],
)
def test_a_part_that_is_not_there_is_named(folder: Path, uses: str, key: str, remedy: str) -> None:
    rewrite(folder, uses)
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "entiere")
    problem = caught.value.problems[0]
    assert (problem.file, problem.line, problem.key) == ("scenarios/entiere.yaml", 5, key)
    assert remedy in problem.problem


def test_a_company_without_a_recipe_has_no_past_year(folder: Path) -> None:
    file = folder / "companies" / "hevea.yaml"
    text = file.read_text("utf-8")
    start, end = text.index("past_year:"), text.index("# De combien de jours")
    file.write_text(text[:start] + text[end:], "utf-8")
    with pytest.raises(BadFiles, match="n'a pas de recette"):
        read_scenario(folder, "entiere")


def test_a_key_of_a_company_is_said_once(folder: Path) -> None:
    again = folder / "companies" / "hevea" / "encore.yaml"
    again.write_text("customers:\n  CLI-0001: {name: Encore lui}\n", "utf-8")
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "entiere")
    problem = caught.value.problems[0]
    assert (problem.file, problem.line) == ("scenarios/companies/hevea/encore.yaml", 2)
    assert problem.key == "customers.CLI-0001.name"
    assert "déjà écrite dans scenarios/companies/hevea.yaml, ligne" in problem.problem


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        (LAUGHS, 1, "les renvois YAML"),
        ("title: a\nbrief: *partout\n", 2, "les renvois YAML"),
        ("title: " + "[" * 5000, 1, "les uns dans les autres"),
        ("title: " + "a" * LONGEST_FILE, 1, "le partager en plusieurs"),
    ],
)
def test_a_file_that_swells_is_refused_at_once(
    folder: Path, text: str, line: int, remedy: str
) -> None:
    (folder / "entiere.yaml").write_text(text, "utf-8")
    begun = time.perf_counter()
    with pytest.raises(BadFiles) as caught:
        read_scenario(folder, "entiere")
    assert time.perf_counter() - begun < 2
    problem = caught.value.problems[0]
    assert (problem.file, problem.line) == ("scenarios/entiere.yaml", line)
    assert remedy in problem.problem


def test_the_same_files_draw_the_same_year(folder: Path) -> None:
    scenario = read_scenario(folder, "entiere")
    start = scenario.file.starts_at.date()
    drawn = draw_year(scenario.company, (), start)
    assert drawn == draw_year(scenario.company, (), start)
    assert drawn.sales
    assert draw_year(scenario.company, (), start.replace(month=10)) != drawn


def test_a_year_without_customers_is_empty(folder: Path) -> None:
    rewrite(folder, "{customers: [CLI-0007], past_year: true}")
    scenario = read_scenario(folder, "entiere")
    assert draw_year(scenario.company, (), scenario.file.starts_at.date()).sales == ()


def test_two_runs_open_on_the_same_books(session: Session, folder: Path) -> None:
    rewrite(folder, "{customers: CLI-0001..CLI-0020, past_year: true}")
    template = install(session, "entiere", folder)
    first, second = (open_run(session, template, seed=seed) for seed in (1, 2))
    assert held(session, first) == held(session, second)
    assert held(session, first)[0] == 20


def held(session: Session, run: Run) -> tuple[int, int, int]:
    """Customers, orders and cents of a run."""
    customers = session.scalar(select(func.count()).where(Customer.run_id == run.id))
    orders = session.scalar(select(func.count()).where(Order.run_id == run.id))
    spent = session.scalar(select(func.sum(Order.gross)).where(Order.run_id == run.id))
    return customers or 0, orders or 0, int(spent or 0)
