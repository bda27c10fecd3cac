"""Where the bench takes place: a class of learners, each with a run of a busy little company."""

import os
import shutil
import statistics
import time
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.accounts.models import Account, Role
from sandbox.accounts.passwords import hashed
from sandbox.core.context import Context
from sandbox.core.run import Run
from sandbox.core.setting import setting_of
from sandbox.crm.models import Customer
from sandbox.erp.models import BankLine
from sandbox.extensions import db
from sandbox.simulation.opening import open_run
from sandbox.simulation.world import install
from tools.bench_cycle import PASSWORD, Ground

SCENARIO = """
title: Banc d'essai
company: hevea
mode: entrainement
starts_at: 2026-11-02T08:30
brief: Une cliente qui dit oui tout de suite.
uses: {customers: [CLI-0001]}
changes:
  customers:
    CLI-0001: {credit_limit: "9000000.00"}
  products:
    MOB-001: {stock: 1000000}
    MOB-009: {stock: 1000000}
    MOB-011: {stock: 1000000}
characters:
  customers:
    CLI-0001: {answers_in: [10 min, 10 min], pays: false}
"""
WHOLE = """
title: Entreprise entière
company: brindalys
starts_at: 2026-11-24T08:30
brief: Cent vingt clients et une année de livres.
uses: {customers: all, past_year: true}
"""
BANK_LINES = 2000


def prepare(url: str, instance: Path, learners: int) -> Ground:
    """Migrate an empty database and open one run a learner."""
    os.environ["COMPTOIR_INSTANCE"] = str(instance)
    app = create_app(SQLALCHEMY_DATABASE_URI=url)
    folder = instance / "scenarios"
    shutil.copytree(app.config["SCENARIOS"], folder)
    (folder / "banc.yaml").write_text(SCENARIO, encoding="utf-8")
    with app.app_context():
        upgrade()
        with Session(db.engine, expire_on_commit=False) as session:
            runs, logins = _open(session, folder, learners)
            customers = [_customer(session, run) for run in runs]
            fresh = _fresh_run(session, folder)
        return Ground(url, db.engine, app.url_map, runs, logins, customers, fresh)


def _open(session: Session, folder: Path, learners: int) -> tuple[list[int], list[str]]:
    template, secret = install(session, "banc", folder), hashed(PASSWORD)
    runs, logins = [], [f"banc{n}" for n in range(learners)]
    for number, login in enumerate(logins):
        account = Account(
            login=login, name=login, role=Role.LEARNER, password_hash=secret, session_key=login
        )
        session.add(account)
        session.flush()
        run = open_run(session, template, seed=number, owner_id=account.id)
        _fill_the_bank(session, run)
        runs.append(run.id)
    session.commit()
    return runs, logins


def _fill_the_bank(session: Session, run: Run) -> None:
    ctx = Context(session, run, setting_of(session, run.digest))
    for n in range(BANK_LINES):
        line = BankLine(reference=f"BQ-{n}", at=run.clock, label="Virement", amount=90_000)
        ctx.add(line)
    session.flush()


def _customer(session: Session, run: int) -> int:
    wanted = (Customer.run_id == run, Customer.reference == "CLI-0001")
    return session.scalars(select(Customer.id).where(*wanted)).one()


def _fresh_run(session: Session, folder: Path) -> dict[str, float]:
    """Milliseconds to open a run of 120 customers with twelve months of history: the heaviest."""
    (folder / "entiere.yaml").write_text(WHOLE, encoding="utf-8")
    template = install(session, "entiere", folder)
    session.commit()
    times = []
    for seed in range(5):
        started = time.perf_counter()
        open_run(session, template, seed=seed)
        session.commit()
        times.append((time.perf_counter() - started) * 1000)
    return {"median": round(statistics.median(times), 1), "worst": round(max(times), 1)}
