"""Invoices and credit notes of every kind, each coherent to the cent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sandbox.core.pricing import line_net, totals
from sandbox.core.vat import VatReason
from sandbox.documents.parts import (
    Address,
    Allowance,
    Line,
    Party,
    PriorInvoice,
    Totals,
    VatCategory,
    VatRow,
)
from sandbox.documents.snapshots import Bill, CreditNote, Invoice
from tests.documents import samples

MENTIONS = (
    "Pas d’escompte en cas de paiement anticipé.",
    "En cas de retard, pénalités au taux annuel de 12,15 %, exigibles sans rappel, et indemnité "
    "forfaitaire de 40,00 € pour frais de recouvrement (C. com., art. L441-10 et D441-5).",
    "Réserve de propriété jusqu’au paiement complet (C. civ., art. 2367).",
)
BRUSSELS = Party(
    name="Bureau & Fils SRL",
    street="1 rue de la Loi",
    postcode="1000",
    town="Bruxelles",
    country="Belgique",
    vat_number="BE0428759497",
    email="compta@bureau.example",
)
GENEVA = replace(
    BRUSSELS, name="Atelier du Lac SA", town="Genève", postcode="1201", country="CH", vat_number=""
)
CONSUMER = Party(
    name="Nadia Belkacem",
    street="4 rue Basse",
    postcode="44000",
    town="Nantes",
    email="nadia@courriel.example",
    consumer=True,
)
ODD = '#Léa & <Fils> "d\'Œuvre" \\ 中 \u202eΕλλάς\x07 %&é€ // $x^2$'


def line(
    quantity: int = 1,
    unit_price: int = 1_000_000,
    vat_rate: int = 2_000,
    discount_rate: int = 0,
    eco_unit: int = 0,
    **others: object,
) -> Line:
    """A line whose net follows from its price."""
    return Line(
        **{"reference": "MOB-001", "label": "Bureau droit", "unit": "pièce", **others},
        quantity=quantity,
        unit_price=unit_price,
        vat_rate=vat_rate,
        discount_rate=discount_rate,
        net=line_net(quantity, unit_price, discount_rate),
        eco_unit=eco_unit or None,
        eco=eco_unit * quantity or None,
    )


def foot(
    lines: Sequence[Line],
    carriage: int = 0,
    carriage_rate: int = 2_000,
    allowances: tuple[Allowance, ...] = (),
    deposit: int = 0,
    category: VatCategory = "",
    exemption: str = "",
) -> Totals:
    """The foot of these lines; `category` and `exemption` are those of the untaxed row."""
    bases = [(one.vat_rate, one.net + (one.eco or 0)) for one in lines]
    bases += [(part.vat_rate, -part.amount) for part in allowances]
    found = totals([*bases, (carriage_rate, carriage)] if carriage else bases)
    untaxed = {"category": category, "exemption": exemption}
    return Totals(
        goods=sum(one.net for one in lines),
        eco=sum(one.eco or 0 for one in lines) or None,
        carriage=carriage or None,
        allowances=allowances,
        net=found.net,
        vat_rows=tuple(
            VatRow(rate=row.rate, base=row.base, vat=row.vat, **({} if row.rate else untaxed))
            for row in found.vat_rows
        ),
        vat=found.vat,
        gross=found.gross,
        deposit=deposit or None,
        due=found.gross - deposit,
    )


def invoice(
    lines: Sequence[Line] = (line(),), totals: Totals | None = None, **others: object
) -> Invoice:
    """An invoice for goods between two French businesses, unless told otherwise."""
    usual = {
        "reference": "FA-2026-000123",
        "issued_on": date(2026, 11, 25),
        "supplied_on": date(2026, 11, 24),
        "due_on": date(2026, 12, 25),
        "supply": "goods",
        "seller": samples.HEVEA,
        "customer": samples.LUMEN,
        "delivery_address": samples.WORKSHOP,
        "mentions": MENTIONS,
    }
    return Invoice(**{**usual, **others}, lines=tuple(lines), totals=totals or foot(lines))


def credit_note(lines: Sequence[Line] = (line(),), **others: object) -> CreditNote:
    """A credit note for all of an invoice."""
    usual = {
        "reference": "AV-2026-000004",
        "issued_on": date(2026, 12, 1),
        "invoice_reference": "FA-2026-000123",
        "invoice_issued_on": date(2026, 11, 25),
        "supplied_on": date(2026, 11, 24),
        "reason": "Meubles rendus.",
        "supply": "goods",
        "seller": samples.HEVEA,
        "customer": samples.LUMEN,
        "mentions": ("Cet avoir annule la facture citée (CGI, art. 289).",),
    }
    return CreditNote(**{**usual, **others}, lines=tuple(lines), totals=foot(lines))


def _untaxed(customer: Party, reason: VatReason, **others: object) -> Invoice:
    lines = (line(quantity=2, vat_rate=0), line(vat_rate=0, discount_rate=1_000))
    mentions = (*MENTIONS, f"{reason.mention}.")
    return invoice(lines, customer=customer, delivery_address=None, mentions=mentions, **others)


MIXED = (
    line(quantity=4, unit_price=5_890_000, discount_rate=500, eco_unit=420),
    line(quantity=10, unit_price=237_000, vat_rate=550, reference="LIV-01", label="Guide"),
    line(quantity=3, unit_price=123_456, vat_rate=1_000, discount_rate=333),
)
HALF_OFF = (
    Allowance(label="Remise exceptionnelle", amount=11_191, vat_rate=2_000),
    Allowance(label="Remise exceptionnelle", amount=1_185, vat_rate=550),
)
SERVICES = (line(unit="heure", quantity=7, supply="services", label="Montage"),)
DEPOSIT = PriorInvoice(reference="FA-2026-000100", issued_on=date(2026, 11, 2))
FRANCHISE = "TVA non applicable, article 293 B du CGI"

BILLS: dict[str, Bill] = {
    "one line": invoice(),
    "mixed rates, discounts, eco": invoice(MIXED),
    "carriage": invoice(MIXED, foot(MIXED, carriage=4_500)),
    "discount split by rate": invoice(MIXED, foot(MIXED, 4_500, allowances=HALF_OFF)),
    "deposit deducted": invoice(MIXED, foot(MIXED, deposit=50_000), deposits=(DEPOSIT,)),
    "deposit invoice": invoice(is_deposit=True, supply="services"),
    "all paid": invoice(MIXED, foot(MIXED, deposit=foot(MIXED).gross), deposits=(DEPOSIT,)),
    "services, VAT on debits": invoice(
        SERVICES, supply="services", vat_on_debits=True, payment_terms="30 jours, par virement"
    ),
    "goods and services": invoice((line(supply="goods"), *SERVICES), supply="mixed"),
    "exempt": invoice(
        (line(vat_rate=0),), foot((line(vat_rate=0),), category="E", exemption=FRANCHISE)
    ),
    "reverse charge": _untaxed(BRUSSELS, VatReason.REVERSE_CHARGE, supply="services"),
    "intra-EU": _untaxed(BRUSSELS, VatReason.INTRA_EU_SUPPLY),
    "export": _untaxed(GENEVA, VatReason.EXPORT),
    "consumer": invoice(
        customer=CONSUMER, mentions=(MENTIONS[0], "L’intérêt au taux légal court.", MENTIONS[2])
    ),
    "sixty lines": invoice([line(quantity=n, reference=f"MOB-{n:03}") for n in range(1, 61)]),
    "odd names": invoice(
        (line(label=ODD, unit="palettes"),),
        customer=replace(samples.LUMEN, name=ODD, street=ODD),
        delivery_address=Address(name=ODD, street=ODD, postcode="44000", town=ODD),
        customer_reference=ODD,
    ),
    "in English": invoice(
        MIXED,
        customer=BRUSSELS,
        language="en",
        mentions=(
            "No discount for early payment.",
            "Late payment bears penalties at 12.15% and a €40 recovery charge.",
        ),
    ),
    "paid by cheque": invoice(payment_means="Chèque", seller=replace(samples.HEVEA, iban="")),
    "credit note": credit_note(MIXED),
    "credit note abroad": replace(
        credit_note((line(vat_rate=0),)),
        customer=BRUSSELS,
        mentions=(VatReason.INTRA_EU_SUPPLY.mention,),
    ),
}
