"""Three companies on file: as many of everything as was asked, nothing real, each its own ways."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from stdnum.eu import vat

from sandbox.config import SCENARIOS
from sandbox.core.identifiers import (
    FICTITIOUS_BANK,
    is_ean13,
    is_iban,
    is_siren,
    is_siret,
    is_vat_fr,
)
from sandbox.core.money import format_euros
from sandbox.core.paperwork import Folder
from sandbox.core.terms import label
from sandbox.core.units import Rate
from sandbox.simulation.company_files import company_names, read_company
from sandbox.simulation.schema import CompanyFile, CustomerSheet

# Blocks of numbers that ARCEP and Ofcom keep for fiction: nobody answers there.
FICTION = re.compile(
    r"(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d|\+44 20 7946 0\d{3}"
)
SEGMENTS = {"micro": 45, "small": 35, "medium": 15, "mid": 6, "large": 3, "consumer": 8}


@pytest.fixture(scope="module")
def companies() -> dict[str, CompanyFile]:
    return {name: read_company(SCENARIOS, name) for name in company_names(SCENARIOS)}


@pytest.fixture(params=("brindalys", "cardan", "hevea"))
def company(request: pytest.FixtureRequest, companies: dict[str, CompanyFile]) -> CompanyFile:
    return companies[request.param]


def texts(company: CompanyFile) -> str:
    articles = (*company.procedures.articles, *company.procedures.terms_of_sale)
    return " ".join(article.text for article in articles)


def people(company: CompanyFile) -> Iterator[tuple[str, str]]:
    """Mail address and telephone of everybody."""
    yield company.company.email, company.company.phone
    yield from ((person.email, "") for person in company.colleagues)
    yield from ((supplier.email, supplier.phone) for supplier in company.suppliers.values())
    for customer in company.customers.values():
        yield customer.email, customer.phone
        yield from ((contact.email, contact.phone) for contact in customer.contacts)


def test_the_catalogue_has_thirty_six_articles_of_nine_suppliers(
    companies: dict[str, CompanyFile],
) -> None:
    assert sorted(companies) == ["brindalys", "cardan", "hevea"]
    products = [sheet for company in companies.values() for sheet in company.products.values()]
    suppliers = [
        sheet
        for company in companies.values()
        for sheet in company.suppliers.values()
        if not sheet.marketplace
    ]
    assert (len(products), len(suppliers)) == (36, 9)
    assert len({sheet.ean for sheet in products}) == 36


def test_each_company_has_five_carriers_and_a_hundred_and_twenty_customers(
    company: CompanyFile,
) -> None:
    assert (len(company.products), len(company.carriers), len(company.customers)) == (12, 5, 120)
    found = Counter(customer.segment for customer in company.customers.values())
    assert {name: found[name] for name in SEGMENTS} == SEGMENTS
    assert found["public"] + found["association"] == 8
    assert company.past_year is not None
    assert set(found) == set(company.past_year.segments)
    assert set(found) <= set(company.habits)


def test_every_customer_has_a_contact_an_address_and_terms(company: CompanyFile) -> None:
    for customer in company.customers.values():
        assert customer.contacts, customer.name
        assert customer.street
        assert customer.town
        assert label(customer.terms)
    assert sum(bool(customer.note) for customer in company.customers.values()) >= 20


def test_keys_are_right_and_numbers_are_nobody_s(companies: dict[str, CompanyFile]) -> None:
    sirens = [
        customer.siren
        for company in companies.values()
        for customer in company.customers.values()
        if customer.siren
    ]
    sirens += [company.company.siren for company in companies.values()]
    assert all(is_siren(siren) and siren.startswith(("0001", "0002")) for siren in sirens)
    assert len(set(sirens)) == len(sirens)
    foreign = [c.vat_number for co in companies.values() for c in co.customers.values()]
    assert all(times == 1 for number, times in Counter(foreign).items() if number)
    for company in companies.values():
        assert is_siret(company.company.siret)
        assert is_vat_fr(company.company.vat_number)
        assert is_iban(company.company.iban)
        assert company.company.iban[4:9] == FICTITIOUS_BANK
        assert all(is_ean13(p.ean) and p.ean.startswith("20") for p in company.products.values())
        for customer in company.customers.values():
            assert not customer.siren or is_siret(customer.establishment())
            assert well_numbered(customer), customer.name


def well_numbered(customer: CustomerSheet) -> bool:
    """Whether the VAT number is right where there must be one."""
    number = customer.vat()
    if not customer.business or customer.country == "GB":
        return not number
    return is_vat_fr(number) if customer.country == "FR" else vat.is_valid(number)


def test_mails_and_telephones_lead_nowhere(companies: dict[str, CompanyFile]) -> None:
    phones = []
    for company in companies.values():
        for email, phone in people(company):
            assert email.endswith(".example"), email
            assert not phone or FICTION.fullmatch(phone), phone
            phones += [phone] if phone else []
    assert [phone for phone, times in Counter(phones).items() if times > 1] == []


def test_names_are_told_apart(company: CompanyFile) -> None:
    names = [customer.name for customer in company.customers.values()]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_customers_speak_and_behave_differently(company: CompanyFile) -> None:
    traits = [company.characters.customers.get(name) for name in company.customers]
    assert sum(trait is not None for trait in traits) >= 20
    assert sum(trait is not None and trait.language == "en" for trait in traits) >= 3
    assert any(trait is not None and not trait.pays for trait in traits)
    assert len({customer.terms for customer in company.customers.values()}) >= 4
    assert len({customer.preferred_channel for customer in company.customers.values()}) >= 2


ASPECTS = {
    "les étapes de relance": lambda c: [
        (step.level, step.after_days, step.decided_by) for step in c.procedures.dunning.steps
    ],
    "les pénalités": lambda c: c.procedures.dunning.late_rate,
    "la délégation": lambda c: c.procedures.delegation[0],
    "le contrôle de l'encours": lambda c: c.procedures.credit,
    "le devis et le port": lambda c: c.procedures.sales,
    "le plan de classement": lambda c: [folder.code for folder in c.procedures.filing.plan],
    "le nom des fichiers": lambda c: c.procedures.filing.naming,
    "les heures limites": lambda c: [carrier.cut_off for carrier in c.carriers.values()],
    "les conditions de vente": lambda c: [a.text for a in c.procedures.terms_of_sale],
    "les alertes": lambda c: (c.procedures.alerts.high_stake, c.procedures.alerts.minutes),
}


@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_two_companies_work_alike(aspect: str, companies: dict[str, CompanyFile]) -> None:
    if aspect == "les alertes":
        assert len({repr(ASPECTS[aspect](company)) for company in companies.values()}) == 3
    for one, other in combinations(companies.values(), 2):
        assert ASPECTS[aspect](one) != ASPECTS[aspect](other)


def test_they_count_credit_in_both_ways_and_one_makes_to_order(
    companies: dict[str, CompanyFile],
) -> None:
    definitions = {company.procedures.credit.definition for company in companies.values()}
    assert definitions == {"outstanding", "exposure"}
    makers = {
        name
        for name, company in companies.items()
        if any(product.made for product in company.products.values())
    }
    assert makers == {"cardan"}
    made = [product for product in companies["cardan"].products.values() if product.made]
    assert all(product.make_days > 0 and product.stock == 0 for product in made)
    assert any(person.post == "production" for person in companies["cardan"].colleagues)


def euros(cents: int) -> str:
    return format_euros(cents).replace("\u202f", " ").replace("\u00a0", " ").replace(",00 €", " €")


def percent(rate: Rate) -> str:
    return f"{rate / 100:g}".replace(".", ",") + " %"


def test_the_articles_say_the_figures_that_the_data_hold(company: CompanyFile) -> None:
    said, rules = texts(company), company.procedures
    own, sales = rules.delegation[0], rules.sales
    wanted = [
        percent(own.discount),
        euros(own.order_net),
        euros(sales.carriage_flat),
        euros(sales.carriage_free_from),
        f"{sales.quote_validity_days} jours",
        percent(rules.dunning.late_rate),
        euros(rules.dunning.indemnity),
        euros(rules.alerts.high_stake),
    ]
    assert [figure for figure in wanted if figure not in said] == []
    article = next(a.text for a in rules.articles if a.title == "Encaisser et relancer")
    days = [abs(step.after_days) for step in rules.dunning.steps]
    assert [n for n in days if not re.search(rf"\b{n}\b|premier jour", article)] == []
    for product in (p for p in company.products.values() if p.made):
        assert f"{product.make_days} jours ouvrés" in said or f"{product.make_days} pour" in said


def test_late_rates_are_above_three_times_the_legal_rate(company: CompanyFile) -> None:
    """C. com. L441-10: 2.62 % was the last rate published (first half of 2026)."""
    assert company.procedures.dunning.late_rate >= 3 * 262
    assert company.procedures.dunning.indemnity == 4000


def test_every_kind_of_paper_has_its_folder(company: CompanyFile) -> None:
    plan: tuple[Folder, ...] = company.procedures.filing.plan
    kinds = [kind for folder in plan for kind in folder.kinds]
    assert len(kinds) == len(set(kinds)) == 17
    assert plan[-1].kinds == ()
