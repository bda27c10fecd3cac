"""Plain data in, typed values out, and a precise complaint otherwise."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal

import pytest

from sandbox.core.calendar import paris
from sandbox.core.codec import Malformed, decode, encode


class Colour(StrEnum):
    OAK = "oak"
    ASH = "ash"


@dataclass(frozen=True)
class Leg:
    height: int
    colour: Colour = Colour.OAK


@dataclass(frozen=True)
class Table:
    name: str
    made_on: date
    sold_at: datetime | None = None
    opens: time = time(8, 30)
    legs: tuple[Leg, ...] = ()
    sizes: dict[str, int] = field(default_factory=dict)
    grade: Literal["A", "B"] = "A"
    price: Annotated[int, "cents"] = 0
    folding: bool = False


PLAIN = {
    "name": "Lumen",
    "made_on": "2026-11-02",
    "sold_at": "2026-11-03T10:20",
    "opens": "09:00:00",
    "legs": [{"height": 72, "colour": "ash"}],
    "sizes": {"long": 160},
    "grade": "B",
    "price": 24900,
    "folding": True,
}


def test_plain_data_becomes_typed_values() -> None:
    table = decode(Table, PLAIN)
    assert table.sold_at == paris(2026, 11, 3, 10, 20)
    assert table.legs == (Leg(72, Colour.ASH),)
    assert encode(table) == PLAIN


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        ({"made_on": "2/11/2026"}, ("made_on",), "une date AAAA-MM-JJ"),
        ({"sold_at": "demain"}, ("sold_at",), "une date et heure"),
        ({"legs": [{"height": "haut"}]}, ("legs", 0, "height"), "nombre entier"),
        ({"legs": [{"height": 7, "colour": "rose"}]}, ("legs", 0, "colour"), "« oak », « ash »"),
        ({"legs": [{"hauteur": 7}]}, ("legs", 0, "hauteur"), "clé inconnue"),
        ({"legs": [{}]}, ("legs", 0), "« height » manque"),
        ({"legs": {"height": 7}}, ("legs",), "une liste est attendue"),
        ({"grade": "C"}, ("grade",), "« A », « B »"),
        ({"folding": "oui"}, ("folding",), "« true » ou « false »"),
        ({"name": 7}, ("name",), "un texte est attendu"),
        ({"sizes": [1]}, ("sizes",), "clé: valeur"),
        ({"name": None}, ("name",), "un texte est attendu"),
    ],
)
def test_a_mistake_is_located(change, path, words) -> None:
    with pytest.raises(Malformed, match=words) as mistake:
        decode(Table, PLAIN | change)
    assert mistake.value.path == path


def test_a_thing_without_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no plain form"):
        encode(object())
