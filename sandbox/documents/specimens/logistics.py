"""Specimens of the papers of the goods."""

from datetime import date
from typing import Any

from sandbox.documents.snapshots import (
    Cmr,
    PackingList,
    PickingList,
    ShippingInstruction,
    Waybill,
)
from sandbox.documents.snapshots_logistics import Goods, Package, PackedItem, PickLine, Size
from sandbox.documents.specimens.parties import (
    ABROAD,
    BALISIERS,
    SOLD,
    WAREHOUSE,
)

DESK = "Bureau assis-debout électrique 160 x 80 cm"
CHAIR = "Fauteuil ergonomique à soutien lombaire réglable"
GUIDE = "Guide pratique ergonomie du poste (livre)"
GOODS = (
    Goods(
        marks="HEV 1 à 4",
        label="Deux bureaux démontés (plateaux et pieds)",
        parcels=4,
        packaging="Carton",
        weight=88_000,
        volume=480,
    ),
    Goods(
        marks="HEV 5",
        label="Livres",
        parcels=1,
        packaging="Carton",
        weight=12_500,
        volume=30,
    ),
)
LOADED: dict[str, Any] = {
    **SOLD,
    "mentions": (),
    "carrier": BALISIERS,
    "pickup": WAREHOUSE,
    "goods": GOODS,
    "parcels": 5,
    "weight": 100_500,
    "volume": 510,
    "order_reference": "CDE-2026-000003",
    "delivery_reference": "BL-2026-000007",
}
HANDLE_WITH_CARE = (
    "Hayon élévateur indispensable : pas de quai chez le destinataire.",
    "Prendre rendez-vous la veille avec la réception.",
)


def shipping_instruction() -> ShippingInstruction:
    return ShippingInstruction(
        reference="OE-2026-000004",
        issued_on=date(2026, 11, 17),
        pickup_on=date(2026, 11, 18),
        pickup_hours="entre 14 h et 16 h",
        deliver_on=date(2026, 11, 20),
        delivery_hours="le matin, sur rendez-vous",
        service="Messagerie, 48 h",
        delivery_terms="DAP Nantes, Incoterms 2020",
        declared_value=135_610,
        instructions=HANDLE_WITH_CARE,
        **LOADED,
    )


def picking_list() -> PickingList:
    return PickingList(
        reference="BP-2026-000010",
        issued_on=date(2026, 11, 24),
        order_reference="CDE-2026-000005",
        delivery_reference="BL-2026-000010",
        ship_on=date(2026, 11, 25),
        leave_at="16 h",
        carrier="Transports Balisiers",
        lines=(
            PickLine(
                place="A-03-2", reference="MOB-002", label=DESK, quantity=4, unit="pièce",
                batch="2026-44",
            ),
            PickLine(place="B-11-1", reference="MOB-007", label=CHAIR, quantity=4, unit="pièce"),
            PickLine(place="D-02-4", reference="MOB-011", label=GUIDE, quantity=10, unit="pièce"),
        ),
        articles=3,
        units=18,
        weight=235_000,
        instructions=("Filmer les plateaux deux par deux, chants protégés.",),
        **{**SOLD, "mentions": ()},
    )  # fmt: skip


def packing_list() -> PackingList:
    desks = tuple(
        Package(
            number=f"{n}/3",
            packaging="Palette 80 x 120",
            contents=(
                PackedItem(reference="MOB-002", label=DESK, quantity=2, unit="pièces"),
                PackedItem(reference="MOB-007", label=CHAIR, quantity=2, unit="pièces"),
            ),
            net_weight=112_000,
            gross_weight=129_500,
            size=Size(length=120, width=80, height=145),
        )
        for n in (1, 2)
    )
    books = Package(
        number="3/3",
        packaging="Carton",
        contents=(PackedItem(reference="MOB-011", label=GUIDE, quantity=10, unit="pièces"),),
        net_weight=11_000,
        gross_weight=12_500,
        size=Size(length=40, width=30, height=25),
    )
    return PackingList(
        reference="LC-2026-000010",
        issued_on=date(2026, 11, 25),
        shipped_on=date(2026, 11, 25),
        order_reference="CDE-2026-000005",
        delivery_reference="BL-2026-000010",
        customer_reference="BC 4498",
        carrier="Transports Balisiers",
        delivery_terms="DAP Nantes, Incoterms 2020",
        marks="HEV / LUMEN / 1 à 3",
        packages=(*desks, books),
        parcels=3,
        net_weight=235_000,
        gross_weight=271_500,
        volume=2_814,
        **{**SOLD, "mentions": ()},
    )


def waybill() -> Waybill:
    return Waybill(
        reference="LV-2026-000007",
        issued_on=date(2026, 11, 18),
        taken_on=date(2026, 11, 18),
        deliver_on=date(2026, 11, 20),
        vehicle="AA-000-AA",
        price=14_800,
        declared_value=135_610,
        instructions=HANDLE_WITH_CARE[:1],
        **{
            **LOADED,
            "mentions": (
                "Transport soumis au contrat type général (C. transp., annexe à l’article "
                "D3222-1). Réserves à confirmer au transporteur par lettre recommandée sous trois "
                "jours, jours fériés non compris (C. com., art. L133-3).",
            ),
        },
    )


def cmr() -> Cmr:
    return Cmr(
        reference="LVI-2026-000002",
        issued_on=date(2026, 11, 27),
        taken_on=date(2026, 11, 27),
        carrier=BALISIERS,
        pickup=WAREHOUSE,
        goods=(
            Goods(
                marks="HEV / ZON 1-12",
                label="Bureaux démontés / Desks, knocked down",
                parcels=12,
                packaging="Palettes / Pallets",
                weight=492_000,
                volume=5_760,
                customs_code="9403 30",
            ),
            Goods(
                marks="HEV / ZON 13-24",
                label="Sièges de bureau / Office chairs",
                parcels=12,
                packaging="Cartons / Boxes",
                weight=120_000,
                volume=3_000,
                customs_code="9401 39",
            ),
        ),
        parcels=24,
        weight=612_000,
        volume=8_760,
        documents=("Facture / Invoice FA-2026-000131", "Colisage / Packing list LC-2026-000012"),
        instructions=("Ne pas gerber / Do not stack",),
        agreements=("Déchargement au quai / Unloading at dock: 7:00–12:00",),
        delivery_terms="DAP Utrecht, Incoterms 2020",
        price=68_000,
        **{**ABROAD, "language": "fr"},
    )
