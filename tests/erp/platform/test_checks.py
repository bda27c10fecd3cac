"""The platform's controls: each wrong thing gives its code, the same always."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from sandbox.core.identifiers import make_siren, make_siret, make_vat_fr
from sandbox.erp.platform.checks import Sent, SentLine, finding
from sandbox.erp.platform.directory import well_formed

TODAY = date(2026, 11, 2)
SELLER, BUYER = make_siren("00011001"), make_siren("00012345")
SHOP = make_siret(BUYER)


@dataclass(frozen=True)
class Line:
    address: str
    siren: str = BUYER
    opens_on: date = date(2026, 9, 1)
    closes_on: date | None = None
    wants_order_number: bool = False


DIRECTORY = (
    Line(BUYER),
    Line(f"{BUYER}_{SHOP}", closes_on=date(2026, 11, 1)),
    Line(f"{BUYER}_COMPTA", opens_on=date(2026, 12, 1)),
    Line(f"{BUYER}_{SHOP}_MARCHES", wants_order_number=True),
)
LINE = SentLine(quantity=2, unit_price=2490000, discount=500, eco=620, vat_rate=2000, net=47310)
SOUND = Sent(
    number="FA-2026-000001",
    transmitted=True,
    issued_on=TODAY,
    due_on=date(2026, 12, 2),
    seller=SELLER,
    siren=BUYER,
    siret=SHOP,
    vat_number=make_vat_fr(BUYER),
    address=BUYER,
    order_number="",
    lines=(LINE,),
    carriage=4500,
    carriage_vat=2000,
    net=52430,
    vat=10486,
    gross=62916,
)
ALREADY = frozenset({(SELLER, 2026, "FA-2026-000001")})
WRONG = [
    ({"siren": ""}, "DEST_INC"),
    ({"siren": "123456789"}, "DEST_INC"),
    ({"siren": make_siren("00099999"), "siret": "", "vat_number": "", "address": ""}, "ADR_ERR"),
    ({"siret": "00012345600011"}, "REJ_COH"),
    ({"siret": make_siret(SELLER)}, "REJ_COH"),
    ({"vat_number": f"FR99{BUYER}"}, "REJ_COH"),
    ({"address": ""}, "ADR_ERR"),
    ({"address": "compta@client.example"}, "ADR_ERR"),
    ({"address": SELLER}, "REJ_COH"),
    ({"address": f"{BUYER}_AILLEURS"}, "REJ_ADR"),
    ({"address": f"{BUYER}_{SHOP}"}, "REJ_ADR"),
    ({"address": f"{BUYER}_COMPTA"}, "REJ_ADR"),
    ({"address": f"{BUYER}_{SHOP}_MARCHES"}, "REJ_CONT_B2G"),
    ({"lines": (replace(LINE, net=47311),)}, "CALCUL_ERR"),
    ({"vat": 10487, "gross": 62917}, "CALCUL_ERR"),
    ({"net": 52431, "gross": 62917}, "MONTANTTOTAL_ERR"),
    ({"gross": 62917}, "MONTANTTOTAL_ERR"),
    ({"number": "FA 1"}, "REJ_SEMAN"),
    ({"number": "F" * 36}, "REJ_SEMAN"),
    ({"due_on": date(2026, 11, 1)}, "REJ_COH"),
]


def test_a_sound_invoice_passes() -> None:
    assert finding(SOUND, DIRECTORY, frozenset(), TODAY) is None


@pytest.mark.parametrize(("change", "code"), WRONG)
def test_what_is_wrong_gives_its_code(change: dict[str, object], code: str) -> None:
    found = finding(replace(SOUND, **change), DIRECTORY, frozenset(), TODAY)
    assert found is not None
    assert found.code == code
    assert found.sentence.endswith(".")


def test_a_company_that_is_not_in_the_directory_is_unknown() -> None:
    found = finding(SOUND, (), frozenset(), TODAY)
    assert found is not None
    assert found.code == "DEST_INC"


def test_a_number_deposited_already_is_a_duplicate() -> None:
    found = finding(SOUND, DIRECTORY, ALREADY, TODAY)
    assert found is not None
    assert found.code == "DOUBLON"
    assert finding(replace(SOUND, seller=BUYER), DIRECTORY, ALREADY, TODAY) is None


def test_the_service_that_wants_an_order_number_takes_it() -> None:
    sent = replace(SOUND, address=f"{BUYER}_{SHOP}_MARCHES", order_number="EJ-2026-1")
    assert finding(sent, DIRECTORY, frozenset(), TODAY) is None


def test_nobody_is_looked_up_for_what_is_not_transmitted() -> None:
    sent = replace(SOUND, transmitted=False, siren="", address="")
    assert finding(sent, (), frozenset(), TODAY) is None
    wrong = finding(replace(sent, gross=1), (), frozenset(), TODAY)
    assert wrong is not None
    assert wrong.code == "MONTANTTOTAL_ERR"


def test_an_address_reopened_is_open() -> None:
    closed = Line(BUYER, closes_on=date(2026, 10, 1))
    assert finding(SOUND, (closed, Line(BUYER, opens_on=TODAY)), frozenset(), TODAY) is None


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        (BUYER, True),
        (f"{BUYER}_{SHOP}", True),
        (f"{BUYER}_{SHOP}_SERVICE-1", True),
        (f"{BUYER}_SUFFIXE", True),
        (f"{BUYER}_{make_siret(SELLER)}", False),
        (f"{BUYER}_", False),
        ("12345678", False),
        ("", False),
    ],
)
def test_an_address_has_one_of_four_forms(address: str, sound: bool) -> None:
    assert well_formed(address) is sound
