"""The news feed: what it says comes true on its day, in the run's own catalogue."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from ruamel.yaml import YAML
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.context import Context
from sandbox.core.errors import NotEntitled
from sandbox.crm.news import News
from sandbox.crm.services import publish_news
from sandbox.erp.models import Quote
from sandbox.simulation.files import read_scenario
from sandbox.simulation.reading import BadFiles
from sandbox.supply.models import Product
from tests.crm.journal import said
from tests.factories.world import World
from tests.simulation.stories import Desk

TARIFF = {"kind": "tariff", "title": "Tarif", "text": "Hausse.", "prices": {"MOB-009": "69.90"}}
STOP = {"kind": "discontinued", "title": "Fin", "text": "Arrêt.", "product": "MOB-009"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))


def announcing(folder: Path, **news: Any) -> Path:
    yaml, file = YAML(), folder / "premiers-pas.yaml"
    read = yaml.load(file.read_text("utf-8"))
    read["story"].append({"name": "essai", "at": "2026-11-02T09:00", "news": news})
    yaml.dump(read, file)
    return folder


def price(desk: Desk, reference: str = "MOB-009") -> int:
    query = select(Product.price).where(Product.run_id == desk.run.id)
    return desk.session.scalars(query.where(Product.reference == reference)).one()


def test_a_new_tariff_waits_for_its_day_and_old_quotes_keep_theirs(
    session: Session, folder: Path
) -> None:
    desk = Desk(session, folder=announcing(folder, **TARIFF, from_on="2026-11-04"))
    desk.wait("2026-11-02T10:00")
    before = price(desk)
    quote = desk.send_quote("CLI-0003", "MOB-009", 4)
    desk.wait("2026-11-04T09:00")
    assert (before, price(desk)) == (649000, 699000)
    kept = session.get_one(Quote, (desk.run.id, quote.id))
    assert [line.unit_price for line in kept.lines] == [649000]
    fresh = desk.do("draw_up_quote", customer="CLI-0003", lines=[_line()])
    assert [line.unit_price for line in fresh.lines] == [699000]
    assert json.loads(desk.entries("catalogue.price_changed")[0].payload)["old"] == 649000


def _line() -> dict[str, Any]:
    return {"product": "MOB-009", "quantity": 1}


def test_a_product_that_stops_is_bought_no_more(session: Session, folder: Path) -> None:
    desk = Desk(session, folder=announcing(folder, **STOP, instead="MOB-007"))
    desk.wait("2026-11-02T10:00")
    stopped = session.scalars(
        select(Product).where(Product.run_id == desk.run.id, Product.reference == "MOB-009")
    ).one()
    assert (stopped.reorder_point, stopped.instead) == (0, "MOB-007")
    assert stopped.stopped_on is not None


def test_news_is_read_once(session: Session, folder: Path) -> None:
    desk = Desk(session, folder=announcing(folder, **TARIFF))
    desk.wait("2026-11-02T10:00")
    reference = desk.last(News).reference
    for _ in range(2):
        desk.do("read_news", reference)
    assert len(desk.entries("news.read")) == 1


def test_a_learner_does_not_speak_for_the_company(ctx: Context) -> None:
    with pytest.raises(NotEntitled):
        publish_news(ctx, kind="other", title="Prime", text="Pour tous.")


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ({**TARIFF, "prices": {"MOB-999": "1.00"}}, "MOB-999"),
        ({**STOP, "instead": "MOB-999"}, "MOB-999"),
        ({**STOP, "product": ""}, "product"),
        ({**STOP, "prices": {"MOB-009": "1.00"}}, "tariff"),
    ],
)
def test_a_mistaken_piece_of_news_is_told(folder: Path, news: dict[str, Any], told: str) -> None:
    with pytest.raises(BadFiles, match=told):
        read_scenario(announcing(folder, **news), "premiers-pas")


def test_the_feed_is_read_on_its_page(
    client: FlaskClient, ctx: Context, session: Session, world: World
) -> None:
    publish_news(ctx.acting_as("news"), kind="procedure", title="Port", text="Franco à 600 €.")
    ctx.session.commit()
    base = f"/parties/{world.run.id}/actualites"
    shown = client.get(base).text
    assert "Port" in shown
    assert "Franco" not in shown.partition("<main")[2]
    assert client.post(f"{base}/{session.query(News).one().id}/lire").status_code == 303
    assert "Franco" in client.get(base).text
    assert said(session, "news.read") == [{"kind": "procedure"}]
