"""One plausible snapshot of each kind, and the parties they share."""

from datetime import date

from sandbox.documents.parts import (
    Address,
    AmountsDue,
    DeliveryLine,
    Line,
    Party,
    StatementRow,
    Totals,
    UnpaidInvoice,
    VatRow,
)
from sandbox.documents.snapshots import (
    CreditNote,
    DeliveryNote,
    DunningLetter,
    FormalNotice,
    Invoice,
    OrderAcknowledgement,
    PurchaseOrder,
    Quote,
    Snapshot,
    Statement,
)

HEVEA = Party(
    name="Hévéa Mobilier",
    legal_form="SAS",
    capital=5_000_000,
    street="12 rue du Banc d’Essai",
    postcode="35000",
    town="Rennes",
    siren="000110015",
    siret="00011001500013",
    vat_number="FR63000110015",
    rcs_town="Rennes",
    email="ventes@hevea-mobilier.example",
    phone="02 61 91 00 10",
    iban="FR7699999000010000000010106",
    bic="FICTFR00XXX",
)
LUMEN = Party(
    name="Atelier Lumen",
    legal_form="SARL",
    street="4 impasse des Maquettes",
    postcode="44000",
    town="Nantes",
    siren="000123455",
    vat_number="FR31000123455",
    contact="Nadia Belkacem",
)
BOCAGE = Party(
    name="Acier Bocage Mobilier",
    street="ZA des Trois Moules",
    postcode="79300",
    town="Bressuire",
    siren="000147124",
    vat_number="FR34000147124",
)
WORKSHOP = Address(
    name="Atelier Lumen – Dépôt",
    street="27 quai du Gabarit",
    postcode="44100",
    town="Nantes",
    contact="Réception : Yann Le Goff",
    phone="02 61 91 00 42",
)
MENTIONS = (
    "Escompte pour paiement anticipé : néant.",
    "Tout retard de paiement rend exigibles, sans rappel, des pénalités au taux annuel de 12,15 % "
    "(taux de refinancement de la BCE majoré de 10 points) et une indemnité forfaitaire pour frais "
    "de recouvrement de 40 € (C. com., art. L441-10 et D441-5).",
    "Réserve de propriété : les biens restent notre propriété jusqu’au paiement complet du prix "
    "(C. civ., art. 2367).",
    "Éco-contribution mobilier répercutée sans réfaction ; identifiant unique (IDU) : "
    "FR000000_10FICT.",
)
LINES = (
    Line(
        reference="MOB-002",
        label="Bureau assis-debout électrique 160 x 80 cm",
        quantity=4,
        unit="pièce",
        unit_price=5_890_000,
        discount_rate=500,
        vat_rate=2000,
        net=223_820,
        eco_unit=420,
        eco=1_680,
    ),
    Line(
        reference="MOB-011",
        label="Guide pratique ergonomie du poste (livre)",
        quantity=10,
        unit="pièce",
        unit_price=237_000,
        vat_rate=550,
        net=23_700,
    ),
    Line(
        reference="MOB-012",
        label="Montage et installation sur site (forfait par poste)",
        quantity=4,
        unit="forfait",
        unit_price=550_000,
        vat_rate=2000,
        net=22_000,
    ),
)
TOTALS = Totals(
    goods=269_520,
    eco=1_680,
    carriage=0,
    net=271_200,
    vat_rows=(
        VatRow(rate=2000, base=247_500, vat=49_500),
        VatRow(rate=550, base=23_700, vat=1_304),
    ),
    vat=50_804,
    gross=322_004,
    deposit=96_601,
    due=225_403,
)
TERMS = {
    "delivery_terms": "Livré et monté sur site sous 3 semaines, port inclus (franco).",
    "payment_terms": "Acompte de 30 % à la commande, solde à 30 jours, par virement.",
}
SOLD = {
    "seller": HEVEA,
    "customer": LUMEN,
    "delivery_address": WORKSHOP,
    "handled_by": "Camille Renaud",
    "mentions": MENTIONS,
}


def quote() -> Quote:
    return Quote(
        reference="DE-2026-000003",
        issued_on=date(2026, 11, 2),
        valid_until=date(2026, 12, 2),
        version=2,
        customer_reference="Demande du 30/10",
        lines=LINES,
        totals=TOTALS,
        **SOLD,
        **TERMS,
    )


def order_acknowledgement() -> OrderAcknowledgement:
    return OrderAcknowledgement(
        reference="CDE-2026-000003",
        issued_on=date(2026, 11, 5),
        ordered_on=date(2026, 11, 4),
        promised_on=date(2026, 11, 25),
        quote_reference="DE-2026-000003",
        customer_reference="BC 4471",
        differences=("MOB-002 : prix du devis (589,00 €) au lieu de 577,22 € sur votre bon.",),
        lines=LINES,
        totals=TOTALS,
        **SOLD,
        **TERMS,
    )


def delivery_note() -> DeliveryNote:
    desks = DeliveryLine(
        reference="MOB-002",
        label="Bureau assis-debout électrique 160 x 80 cm",
        unit="pièce",
        ordered=4,
        shipped=2,
        backorder=2,
    )
    books = DeliveryLine(
        reference="MOB-011",
        label="Guide pratique ergonomie du poste (livre)",
        unit="pièce",
        ordered=10,
        shipped=10,
    )
    return DeliveryNote(
        reference="BL-2026-000007",
        issued_on=date(2026, 11, 18),
        shipped_on=date(2026, 11, 18),
        order_reference="CDE-2026-000003",
        customer_reference="BC 4471",
        carrier="Transports Balisiers",
        delivery_terms="DAP Nantes, Incoterms 2020",
        parcels=5,
        weight=100_500,
        backorder_on=date(2026, 11, 25),
        lines=(desks, books),
        **{**SOLD, "mentions": ("Réserves à confirmer sous 3 jours (C. com., art. L133-3).",)},
    )


def purchase_order() -> PurchaseOrder:
    desks = Line(
        reference="MOB-002",
        label="Bureau assis-debout électrique 160 x 80 cm",
        quantity=23,
        unit="pièce",
        unit_price=3_520_000,
        vat_rate=2000,
        net=809_600,
    )
    return PurchaseOrder(
        reference="CF-2026-000012",
        issued_on=date(2026, 11, 4),
        seller=BOCAGE,
        customer=HEVEA,
        expected_on=date(2026, 11, 24),
        supplier_reference="Tarif 2026-2",
        handled_by="Camille Renaud",
        delivery_terms="DAP Rennes, Incoterms 2020, quai 2, de 8 h à 12 h.",
        payment_terms="45 jours fin de mois, par virement.",
        delivery_address=Address(
            name="Hévéa Mobilier – Entrepôt",
            street="3 allée des Palettes",
            postcode="35000",
            town="Rennes",
        ),
        lines=(desks,),
        totals=Totals(
            goods=809_600,
            net=809_600,
            vat_rows=(VatRow(rate=2000, base=809_600, vat=161_920),),
            vat=161_920,
            gross=971_520,
            due=971_520,
        ),
        mentions=("Merci de rappeler notre numéro de commande sur vos bons et factures.",),
    )


def invoice(lines: tuple[Line, ...] = LINES, customer: Party = LUMEN) -> Invoice:
    return Invoice(
        reference="FA-2026-000123",
        issued_on=date(2026, 11, 25),
        supplied_on=date(2026, 11, 24),
        due_on=date(2026, 12, 25),
        supply="mixed",
        order_reference="CDE-2026-000003",
        customer_reference="BC 4471",
        delivery_references=("BL-2026-000007", "BL-2026-000009"),
        lines=lines,
        totals=TOTALS,
        **{**SOLD, "customer": customer},
    )


def credit_note() -> CreditNote:
    return CreditNote(
        reference="AV-2026-000004",
        issued_on=date(2026, 12, 1),
        invoice_reference="FA-2026-000123",
        invoice_issued_on=date(2026, 11, 25),
        reason="Deux guides rendus, couverture abîmée pendant le transport.",
        settlement="À déduire de votre prochain règlement.",
        supply="goods",
        lines=(
            Line(
                reference="MOB-011",
                label="Guide pratique ergonomie du poste (livre)",
                quantity=2,
                unit="pièce",
                unit_price=237_000,
                vat_rate=550,
                net=4_740,
            ),
        ),
        totals=Totals(
            goods=4_740,
            net=4_740,
            vat_rows=(VatRow(rate=550, base=4_740, vat=261),),
            vat=261,
            gross=5_001,
            due=5_001,
        ),
        **SOLD,
    )


def unpaid(days_late: int, penalty: int | None = None) -> UnpaidInvoice:
    return UnpaidInvoice(
        reference="FA-2026-000123",
        issued_on=date(2026, 11, 25),
        due_on=date(2026, 12, 25),
        gross=322_004,
        paid=96_601,
        remaining=225_403,
        days_late=days_late,
        penalty=penalty,
    )


def first_reminder() -> DunningLetter:
    return DunningLetter(
        reference="REL-2027-000001",
        issued_on=date(2027, 1, 4),
        level=1,
        invoices=(unpaid(10),),
        amounts=AmountsDue(principal=225_403, total=225_403),
        pay_by=date(2027, 1, 12),
        **{**SOLD, "delivery_address": None, "mentions": ()},
    )


def second_reminder() -> DunningLetter:
    return DunningLetter(
        reference="REL-2027-000002",
        issued_on=date(2027, 1, 11),
        level=2,
        invoices=(unpaid(17, 1_276), unpaid(17, 1_276)),
        amounts=AmountsDue(principal=450_806, penalties=2_552, indemnity=8_000, total=461_358),
        pay_by=date(2027, 1, 19),
        **{**SOLD, "mentions": MENTIONS[1:2]},
    )


def formal_notice() -> FormalNotice:
    return FormalNotice(
        reference="MED-2027-000001",
        issued_on=date(2027, 1, 25),
        invoices=(unpaid(31, 2_326),),
        amounts=AmountsDue(principal=225_403, penalties=2_326, indemnity=4_000, total=231_729),
        pay_by=date(2027, 2, 2),
        penalty_rate=1215,
        registered_number="1A 000 000 0001 7",
        **{**SOLD, "mentions": MENTIONS[1:2]},
    )


def statement() -> Statement:
    return Statement(
        reference="RC-2026-12-CLI-0007",
        issued_on=date(2026, 12, 31),
        period_from=date(2026, 11, 1),
        period_to=date(2026, 12, 31),
        opening_balance=0,
        closing_balance=220_402,
        overdue=220_402,
        rows=(
            StatementRow(
                on=date(2026, 11, 4),
                reference="AC-2026-000002",
                label="Acompte reçu",
                credit=96_601,
                balance=-96_601,
            ),
            StatementRow(
                on=date(2026, 11, 25),
                reference="FA-2026-000123",
                label="Facture",
                due_on=date(2026, 12, 25),
                debit=322_004,
                balance=225_403,
            ),
            StatementRow(
                on=date(2026, 12, 1),
                reference="AV-2026-000004",
                label="Avoir sur FA-2026-000123",
                credit=5_001,
                balance=220_402,
            ),
        ),
        **{**SOLD, "delivery_address": None, "mentions": ()},
    )


def one_of_each() -> tuple[Snapshot, ...]:
    return (
        quote(), order_acknowledgement(), delivery_note(), purchase_order(), invoice(),
        credit_note(), first_reminder(), second_reminder(), formal_notice(), statement(),
    )  # fmt: skip
