"""How long the supply desk's screens take with many stock moves, in one run: one JSON line.

Usage: ``python -m tools.bench_desk [--moves 20000]``. Milliseconds of server time, median of ten.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.accounts.models import Account, Role
from sandbox.accounts.passwords import hashed
from sandbox.core.run import Run
from sandbox.extensions import db
from sandbox.simulation.opening import open_run
from sandbox.simulation.world import install
from sandbox.supply.models import MoveKind, Product, StockMove

PASSWORD = "banc-du-poste"  # noqa: S105 - an account of the bench, thrown away with it
TIMES = 10
SCREENS = (
    "stock",
    "stock/{product}",
    "stock/mouvements",
    "stock/mouvements?state=receipt&page=200",
    "stock/propositions",
    "stock/inventaires",
    "achats",
    "achats/factures",
    "expeditions",
    "expeditions/reliquats",
    "classement",
)


def fill(session: Session, run: Run, moves: int) -> int:
    """Give every stocked product its share of moves, in and out; id of one product."""
    products = session.scalars(
        select(Product).where(Product.run_id == run.id, Product.stocked.is_(True))
    ).all()
    rows = [
        {
            "run_id": run.id,
            "id": run.take_id(),
            "product_id": products[n % len(products)].id,
            "at": run.clock - timedelta(minutes=moves - n),
            "kind": MoveKind.SHIPMENT if n % 4 < 2 else MoveKind.RECEIPT,
            "quantity": -1 if n % 4 < 2 else 1,
            "document": f"BANC-{n}",
            "value": 0,
            "reason": "",
        }
        for n in range(moves)
    ]
    session.execute(insert(StockMove), rows)
    return products[0].id


def timed(client: FlaskClient, address: str) -> float:
    """Median milliseconds of a screen that answers."""
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        answer = client.get(address)
        times.append((time.perf_counter() - started) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address} : {answer.status_code}")
    return round(statistics.median(times), 1)


def prepared(app: Flask, moves: int) -> tuple[int, int]:
    """A learner's run full of moves: ids of the run and of a product."""
    with app.app_context():
        upgrade()
        with Session(db.engine, expire_on_commit=False) as session:
            template = install(session, "premiers-pas")
            account = Account(
                login="banc",
                name="banc",
                role=Role.LEARNER,
                password_hash=hashed(PASSWORD),
                session_key="banc",
            )
            session.add(account)
            session.flush()
            run = open_run(session, template, seed=1, owner_id=account.id)
            product = fill(session, run, moves)
            session.commit()
            return run.id, product


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Mesure les écrans du poste logistique.")
    parser.add_argument("--moves", type=int, default=20_000)
    moves = parser.parse_args().moves
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COMPTOIR_INSTANCE"] = folder
        url = f"sqlite:///{Path(folder) / 'banc.db'}"
        app = create_app(SQLALCHEMY_DATABASE_URI=url, WTF_CSRF_ENABLED=False)
        run, product = prepared(app, moves)
        client = app.test_client()
        client.post("/connexion", data={"login": "banc", "password": PASSWORD})
        found = {
            screen: timed(client, f"/parties/{run}/{screen.format(product=product)}")
            for screen in SCREENS
        }
    print(json.dumps({"moves": moves, "milliseconds": found}))


if __name__ == "__main__":
    main()
