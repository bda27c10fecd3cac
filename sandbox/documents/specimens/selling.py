"""Specimens of what a sale writes, from the quote to the credit note."""

from datetime import date

from sandbox.documents.parts import DeliveryLine, Line, Party, Totals, VatRow
from sandbox.documents.snapshots import (
    CreditNote,
    DeliveryNote,
    Invoice,
    OrderAcknowledgement,
    PurchaseOrder,
    Quote,
)
from sandbox.documents.specimens.parties import (
    BOCAGE,
    HEVEA,
    LINES,
    LUMEN,
    SOLD,
    TERMS,
    TOTALS,
    WAREHOUSE,
)


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
        delivery_address=WAREHOUSE,
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
