"""The calculators answer on their page, and say what they cannot read."""

import pytest
from flask.testing import FlaskClient

from tests.factories.world import World

PLAIN = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture
def base(world: World) -> str:
    """Address of the run."""
    return f"/parties/{world.run.id}"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("marge?cost=80&price=100&vat=20", ["Taux de marque", "20,00 €", "1,50"]),
        ("marge?cost=80&wanted=20", ["Prix HT", "100,00 €"]),
        ("tva?way=net&amount_1=100&rate_1=20&amount_2=10&rate_2=5,5", ["130,55 €"]),
        ("tva?way=gross&amount_1=120&rate_1=20", ["100,00 €"]),
        ("echeance?invoiced=2026-11-12", ["31/12/2026", "14/01/2027"]),
        (
            "ristourne?sales=86400&start_1=50000&rate_1=2&start_2=80000&rate_2=3&vat=20",
            ["600,00 €", "792,00 €", "950,40 €", "2 592,00 €"],
        ),
        (
            "creance-douteuse?amount=3600&vat=20&loss=60&recovered=900",
            ["1 800,00 €", "2 250,00 €", "450,00 €"],
        ),
        ("penalites?amount=1200&rate=12,15&due=2026-09-30&paid=2026-10-30", ["11,98 €", "40,00 €"]),
    ],
)
def test_an_answer_shows_its_working(
    client: FlaskClient, base: str, asked: str, told: list[str]
) -> None:
    answer = client.get(f"{base}/calculettes/{asked}")
    assert answer.status_code == 200
    assert all(words in answer.text.translate(PLAIN) for words in told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("marge?cost=abc&price=100", "abc"),
        ("marge?cost=0&price=100", "positif"),
        ("marge?cost=80&wanted=100", "sous 100"),
        ("echeance?invoiced=hier", "hier"),
        ("penalites?amount=&rate=12&due=2026-09-30&paid=2026-10-30", "À remplir."),
        ("ristourne?sales=100&start_1=50&rate_1=2&start_2=20&rate_2=3", "en montant"),
        ("creance-douteuse?amount=100&loss=60&recovered=101", "ne dépasse pas"),
        ("tva?way=autre&amount_1=-5&rate_1=20", "positif"),
    ],
)
def test_what_cannot_be_reckoned_is_said_and_kept(
    client: FlaskClient, base: str, asked: str, told: str
) -> None:
    answer = client.get(f"{base}/calculettes/{asked}")
    assert answer.status_code == 422
    assert told in answer.text


def test_a_blank_calculator_knows_the_day_and_no_other_exists(
    client: FlaskClient, base: str
) -> None:
    assert "value=" in client.get(f"{base}/calculettes/echeance").text
    assert client.get(f"{base}/calculettes").status_code == 200
    assert client.get(f"{base}/calculettes/horoscope").status_code == 404
