"""Charts: well formed, readable aloud, and without anything the security policy refuses."""

import re
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from sandbox import charts
from sandbox.charts import Mark

SCORES = [
    ("Accueillir <la> demande", 90, "9 sur 10"),
    ("Établir le devis", 75, "3 sur 4"),
    ("Relancer", 25, "1 sur 4"),
]
READINGS = [("2 nov.", 48), ("3 nov.", 12), ("4 nov.", 0), ("5 nov.", 30)]
LANES = [
    ("Devis", [Mark(0, 540, "met", "Envoyé"), Mark(1, 2000, "missed", "Promis sans voir le stock")])
]
DRAWN = {
    "radar": charts.radar([*SCORES, ("Gérer les stocks", None, "")], "Critères"),
    "bars": charts.radar(SCORES[:2], "Critères"),
    "aged": charts.aged_balance([("Non échu", 642000), ("Plus de 90 j", 0)], "Créances"),
    "stock": charts.stock_curve(READINGS, 18, "Stock"),
    "timeline": charts.timeline(LANES, ["lun. 2", "mar. 3"], "Déroulé"),
    "legend": charts.legend(),
}


def texts(drawing: Markup) -> str:
    return " ".join(ElementTree.fromstring(drawing).itertext())


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_well_formed_and_bears_neither_style_nor_script(name: str) -> None:
    ElementTree.fromstring(DRAWN[name])
    assert not re.search(r"style=|<style|<script|\son\w+=", DRAWN[name])


@pytest.mark.parametrize("name", [name for name in DRAWN if name != "legend"])
def test_a_chart_says_its_title_and_its_values(name: str) -> None:
    root = ElementTree.fromstring(DRAWN[name])
    named = (root.get("aria-labelledby") or "").split()
    assert root.get("role") == "img"
    assert [child.get("id") for child in root[:2]] == named
    assert all(child.text for child in root[:2])


def test_a_criterion_not_observed_is_named_but_not_drawn() -> None:
    assert "Non observé : Gérer les stocks." in texts(DRAWN["radar"])
    assert DRAWN["radar"].count('class="dot"') == len(SCORES)


def test_what_was_seen_is_said_and_no_mark_is_given() -> None:
    said = texts(DRAWN["radar"])
    assert "3 sur 4" in said
    assert not [mark for mark in ("63", "75", "90", "100") if mark in said]


def test_under_three_criteria_bars_replace_the_radar() -> None:
    assert "<polygon" not in DRAWN["bars"]
    assert DRAWN["bars"].count('class="bar') == 2


def test_with_nothing_observed_nothing_is_drawn() -> None:
    assert charts.radar([("Relancer", None, "")], "Critères") == ""
    assert charts.stock_curve(READINGS[:1], 18, "Stock") == ""
    assert charts.timeline(LANES, [], "Déroulé") == ""


def test_the_greatest_age_fills_its_track_and_nothing_owed_draws_nothing() -> None:
    bars = re.findall(r'class="bar b\d" x="\d+" y="\d+" width="(\d+)"', DRAWN["aged"])
    assert bars == ["246", "0"]


def test_a_stockout_is_pointed_out_once() -> None:
    assert DRAWN["stock"].count("rupture</text>") == 1
    assert "2 relevés dessous, dont 1 en rupture" in texts(DRAWN["stock"]).replace("\xa0", " ")


def test_a_deed_done_at_night_stays_inside_its_day() -> None:
    assert f"M{charts.LANE_RIGHT}.0," in DRAWN["timeline"]


def test_what_people_wrote_is_escaped() -> None:
    assert "&lt;la&gt;" in DRAWN["radar"]


@pytest.mark.parametrize(("top", "step"), [(6, 1), (48, 10), (130, 50), (1000, 200), (6000, 1000)])
def test_graduations_are_round(top: int, step: int) -> None:
    assert charts._step(top) == step
