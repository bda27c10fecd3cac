"""Customers' records: numbers that hold, twins refused, what is missing said."""

from typing import Any

import pytest

from sandbox.core.context import Context
from sandbox.core.identifiers import make_siren, make_siret, make_vat_fr
from sandbox.crm import services
from sandbox.crm.errors import (
    DuplicateCustomer,
    InvalidSiren,
    InvalidSiret,
    InvalidVatNumber,
    NameMissing,
    UnknownTerms,
)
from sandbox.crm.queries import CustomerSearch, customers, history_opened
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.world import World

SIREN = make_siren("31234567")
OTHER = make_siren("31234568")


def test_a_complete_record_misses_nothing(ctx: Context) -> None:
    opened = services.create_customer(
        ctx,
        name="  Librairie du Port ",
        siren=f"{SIREN[:3]} {SIREN[3:6]} {SIREN[6:]}",
        siret=make_siret(SIREN),
        vat_number=make_vat_fr(SIREN),
        platform_address=SIREN,
        street="3 quai Neuf",
        postcode="56000",
        town="Vannes",
        email="livres@port.example",
        phone="02 61 91 00 77",
    )
    assert (opened.reference, opened.name, opened.siren) == ("CLI-0003", "Librairie du Port", SIREN)
    assert opened.known_since is None
    assert said(ctx.session, "customer.created") == [{"missing": [], "cautions": []}]


def test_what_is_missing_is_said(ctx: Context) -> None:
    services.create_customer(
        ctx, name="Anne Rivoal", business=False, town="Brest", postcode="29200"
    )
    assert said(ctx.session, "customer.created") == [
        {"missing": ["street", "email", "phone"], "cautions": []}
    ]


def test_a_foreign_business_needs_no_french_number(ctx: Context) -> None:
    opened = services.create_customer(
        ctx, name="Papierhaus", country="DE", vat_number="DE136695976"
    )
    assert "siren" not in opened.missing
    assert "vat_number" not in opened.missing


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": "  "}, NameMissing),
        ({"siren": "123456789"}, InvalidSiren),
        ({"siret": "12345678901234"}, InvalidSiret),
        ({"siren": SIREN, "siret": make_siret(OTHER)}, InvalidSiret),
        ({"vat_number": "FR00123456789"}, InvalidVatNumber),
        ({"siren": SIREN, "vat_number": make_vat_fr(OTHER)}, InvalidVatNumber),
        ({"terms": "net_365"}, UnknownTerms),
    ],
)
def test_a_record_refuses_what_cannot_be(
    ctx: Context, wrong: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.create_customer(ctx, **({"name": "Librairie du Port"} | wrong))
    assert customers(ctx.session, ctx.run.id, CustomerSearch(words="Librairie"))[1] == 0


def test_a_twin_is_refused_by_name(ctx: Context, world: World) -> None:
    with pytest.raises(DuplicateCustomer, match=r"Atelier Lumen \(CLI-0001\)"):
        services.create_customer(ctx, name="Lumen", siren=world.customer.siren)


def test_an_update_names_what_changed(ctx: Context, world: World) -> None:
    services.update_customer(ctx, world.customer, phone="02 61 91 00 12", town="Rennes")
    assert said(ctx.session, "customer.updated") == [
        {"changed": ["phone"], "missing": [], "cautions": []}
    ]


def test_an_update_that_changes_nothing_is_no_news(ctx: Context, world: World) -> None:
    services.update_customer(ctx, world.customer, name=world.customer.name)
    assert said(ctx.session, "customer.updated") == []


def test_an_update_may_not_make_a_twin(ctx: Context, world: World) -> None:
    with pytest.raises(DuplicateCustomer):
        services.update_customer(
            ctx, world.newcomer, siren=world.customer.siren, siret="", vat_number=""
        )


def test_the_history_is_looked_up_once(ctx: Context, world: World) -> None:
    before = history_opened(ctx.session, ctx.run.id, "CLI-0001")
    services.consult_history(ctx, world.customer)
    services.consult_history(ctx, world.customer)
    assert said(ctx.session, "history.consulted") == [{"customer": "CLI-0001"}]
    assert (before, history_opened(ctx.session, ctx.run.id, "CLI-0001")) == (False, True)


@pytest.mark.parametrize(
    ("search", "names"),
    [
        (CustomerSearch(), ["Atelier Lumen", "Maison Sureau", "Studio Pivoine"]),
        (CustomerSearch(sort="-name"), ["Studio Pivoine", "Maison Sureau", "Atelier Lumen"]),
        (CustomerSearch(words="nantes"), ["Maison Sureau"]),
        (CustomerSearch(kind="private"), ["Maison Sureau"]),
        (CustomerSearch(kind="business", words="cli-0001"), ["Atelier Lumen"]),
        (CustomerSearch(words="100%"), []),
        (CustomerSearch(page=2), []),
    ],
)
def test_customers_are_found(ctx: Context, search: CustomerSearch, names: list[str]) -> None:
    CustomerFactory(name="Maison Sureau", business=False, known_since=ctx.today())
    rows, _ = customers(ctx.session, ctx.run.id, search)
    assert [row.name for row in rows] == names
