"""What every document takes from the company, the customer and the priced lines."""

from collections.abc import Sequence
from datetime import date

from sandbox.core.context import Context, Named
from sandbox.core.pricing import Totals as Foot
from sandbox.core.terms import label
from sandbox.core.units import Cents
from sandbox.core.vat import vat_treatment
from sandbox.crm.models import Customer
from sandbox.documents.base import Language
from sandbox.documents.building import english
from sandbox.documents.mentions import Circumstances, vat_mention
from sandbox.documents.parts import Address, Line, Party, Totals, VatRow
from sandbox.erp.models import Amounts, PricedLine
from sandbox.erp.services.lines import vat_of
from sandbox.supply.models import Product

COUNTRIES = {
    "FR": "France",
    "BE": "Belgique",
    "CH": "Suisse",
    "DE": "Allemagne",
    "ES": "Espagne",
    "IT": "Italie",
    "LU": "Luxembourg",
    "NL": "Pays-Bas",
    "PT": "Portugal",
}
HOME = "FR"
PIECE = "pièce"
ADVANCE: dict[Language, str] = {"fr": "AVANCE", "en": "ADVANCE"}
DEPOSIT: dict[Language, str] = {"fr": "CONSIGNE", "en": "DEPOSIT"}
LENT: dict[Language, str] = {
    "fr": "Consigne d’emballages à rendre : hors base de TVA, exonérée jusqu’à leur retour.",
    "en": english.LENT,
}
NOBODY = "Service commercial"


def issued(ctx: Context, kind: type[Named], reference: str) -> Named:
    """The row just issued: at hand in the session, as a rule; raises NotFound."""
    for row in ctx.session:
        if isinstance(row, kind) and (row.run_id, row.reference) == (ctx.run.id, reference):
            return row
    return ctx.find(kind, reference)


def language_of(customer: Customer) -> Language:
    """French at home, English abroad."""
    return "fr" if customer.country == HOME else "en"


def country(code: str, language: Language = "fr") -> str:
    """Name of a country, or its code when we do not know it."""
    names = COUNTRIES if language == "fr" else english.COUNTRIES
    return names.get(code, code)


def company(ctx: Context) -> Party:
    """Our company as the law wants it named (C. com. R123-237 and R123-238)."""
    us = ctx.setting.company
    return Party(
        name=us.name,
        legal_form=us.legal_form,
        capital=us.capital,
        street=us.street,
        postcode=us.postcode,
        town=us.town,
        siren=us.siren,
        siret=us.siret,
        vat_number=us.vat_number,
        rcs_town=us.rcs_town,
        email=us.email,
        phone=us.phone,
        iban=us.iban,
        bic=us.bic,
    )


def company_address(ctx: Context) -> Address:
    """Where our suppliers deliver."""
    us = ctx.setting.company
    return Address(
        name=us.name, street=us.street, postcode=us.postcode, town=us.town, phone=us.phone
    )


def customer_party(customer: Customer, language: Language = "fr") -> Party:
    """A customer, with the numbers of a business."""
    return Party(
        name=customer.name,
        street=customer.street,
        postcode=customer.postcode,
        town=customer.town,
        country=country(customer.country, language),
        siren=customer.siren,
        siret=customer.siret,
        vat_number=customer.vat_number,
        email=customer.email,
        phone=customer.phone,
        consumer=not customer.business,
        platform_address=customer.platform_address,
    )


def delivery_address(customer: Customer, language: Language = "fr") -> Address | None:
    """Where the goods go, when it is not the customer's own address."""
    if not customer.delivery_street:
        return None
    return Address(
        name=customer.name,
        street=customer.delivery_street,
        postcode=customer.delivery_postcode,
        town=customer.delivery_town,
        country=country(customer.country, language),
    )


def writer(ctx: Context, language: Language = "fr") -> str:
    """Who signs for the sales desk."""
    colleague = ctx.setting.colleague(ctx.setting.learner_post)
    if colleague:
        return colleague.name
    return NOBODY if language == "fr" else english.SALES_DESK


def unit(product: Product, language: Language = "fr") -> str:
    """What a product is counted in."""
    return product.unit if language == "fr" else english.UNITS.get(product.unit, product.unit)


def priced(line: PricedLine, product: Product | None, language: Language = "fr") -> Line:
    """A priced line as it is printed; without a product, a deposit of packaging or of money."""
    if product is None:
        return _deposit(line, language) if line.lent else _advance(line, language)
    return Line(
        reference=product.reference,
        label=line.label,
        quantity=line.quantity,
        unit=unit(product, language),
        unit_price=line.unit_price,
        discount_rate=line.discount,
        further_discounts=line.further_discounts,
        vat_rate=line.vat_rate,
        net=line.net,
        eco_unit=line.eco or None,
        eco=line.eco_total or None,
    )


def _deposit(line: PricedLine, language: Language) -> Line:
    """The deposit of packaging lent, in the reader's language."""
    code = line.lent
    english_label = english.DEPOSIT_OF.format(packaging=english.PACKAGING.get(code, code).lower())
    return Line(
        reference=DEPOSIT[language],
        label=line.label if language == "fr" else english_label,
        quantity=line.quantity,
        unit=PIECE if language == "fr" else english.UNITS[PIECE],
        unit_price=line.unit_price,
        vat_rate=line.vat_rate,
        vat_category="E",
        net=line.net,
    )


def _advance(line: PricedLine, language: Language) -> Line:
    """A sum asked in advance, at one VAT rate; its supply is that of the order."""
    return Line(
        reference=ADVANCE[language],
        label=line.label if language == "fr" else english.ADVANCE.format(rate=line.vat_rate / 100),
        quantity=line.quantity,
        unit=PIECE if language == "fr" else english.UNITS[PIECE],
        unit_price=line.unit_price,
        vat_rate=line.vat_rate,
        net=line.net,
    )


def feet(
    ctx: Context, document: Amounts, customer: Customer, lines: Sequence[PricedLine]
) -> Totals:
    """Foot of a priced document, VAT row by row."""
    carriage_vat = vat_of(ctx.setting.procedures.sales.carriage_vat, customer)
    foot = document.foot(lines, document.carriage, carriage_vat)
    return Totals(
        goods=sum(line.net for line in lines),
        eco=sum(line.eco_total for line in lines) or None,
        carriage=document.carriage or None,
        net=document.net,
        vat_rows=_vat_rows(foot, lent(lines), language_of(customer)),
        vat=document.vat,
        gross=document.gross,
        due=document.gross,
    )


def lent(lines: Sequence[PricedLine]) -> Cents:
    """Deposits of packaging among these lines."""
    return sum(line.net for line in lines if line.lent)


def _vat_rows(foot: Foot, deposits: Cents, language: Language) -> tuple[VatRow, ...]:
    """VAT rate by rate; deposits of packaging apart, for they are no price of anything."""
    rows = [
        VatRow(rate=row.rate, base=row.base - (0 if row.rate else deposits), vat=row.vat)
        for row in foot.vat_rows
    ]
    kept = [row for row in rows if row.base or row.vat or row.rate or not deposits]
    if deposits:
        kept.append(VatRow(rate=0, base=deposits, vat=0, category="E", exemption=LENT[language]))
    return tuple(kept)


def circumstances(
    ctx: Context, customer: Customer, lines: Sequence[PricedLine] = ()
) -> Circumstances:
    """What decides on the legal sentences of a document."""
    dunning = ctx.setting.procedures.dunning
    number_valid = bool(customer.vat_number)
    vat = vat_treatment(customer.country, business=customer.business, number_valid=number_valid)
    return Circumstances(
        business=customer.business,
        late_rate=dunning.late_rate,
        indemnity=dunning.indemnity,
        eco=any(line.eco for line in lines),
        producer_number=ctx.setting.company.producer_number,
        vat_mention=vat_mention(vat.reason, language_of(customer)),
        language=language_of(customer),
    )


def payment_terms(code: str, language: Language = "fr") -> str:
    """When and how a customer pays, in words; raises ValueError for an unknown code."""
    if language == "en":
        return english.terms(code)
    return f"{label(code).capitalize()}, par virement."


def delivery_terms(
    carriage: Cents,
    wanted_on: date | None,
    *,
    promised: bool = False,
    language: Language = "fr",
) -> str:
    """When goods come and who pays for it, in words."""
    if language == "en":
        return english.delivery(carriage, wanted_on, promised=promised)
    paid = "port en sus" if carriage else "port compris"
    if wanted_on is None:
        return f"Livraison à votre adresse, {paid}."
    word = "promise" if promised else "souhaitée"
    return f"Livraison {word} le {wanted_on:%d/%m/%Y}, {paid}."
