"""The company, its customers and what they buy, for specimens: all of it invented."""

from typing import Any

from sandbox.documents.parts import Address, Line, Party, Totals, VatRow

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
ZONLICHT = Party(
    name="Werkplaats Zonlicht BV",
    street="Maquettestraat 8",
    postcode="3511 AB",
    town="Utrecht",
    country="Netherlands",
    vat_number="NL000000000B00",
    contact="Sanne de Vries",
)
BALISIERS = Party(
    name="Transports Balisiers",
    legal_form="SARL",
    street="Rue des Essieux",
    postcode="35136",
    town="Saint-Jacques-de-la-Lande",
    siren="000160036",
    vat_number="FR91000160036",
    contact="Erwan Kervella",
    phone="02 61 91 00 60",
)
WAREHOUSE = Address(
    name="Hévéa Mobilier – Entrepôt",
    street="3 allée des Palettes",
    postcode="35000",
    town="Rennes",
    contact="Quai 2, de 8 h à 16 h",
    phone="02 61 91 00 11",
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
TERMS: dict[str, Any] = {
    "delivery_terms": "Livré et monté sur site sous 3 semaines, port inclus (franco).",
    "payment_terms": "Acompte de 30 % à la commande, solde à 30 jours, par virement.",
}
SOLD: dict[str, Any] = {
    "seller": HEVEA,
    "customer": LUMEN,
    "delivery_address": WORKSHOP,
    "handled_by": "Camille Renaud",
    "mentions": MENTIONS,
}
ABROAD: dict[str, Any] = {
    "seller": HEVEA,
    "customer": ZONLICHT,
    "handled_by": "Camille Renaud",
    "language": "en",
}
EXPORT_MENTIONS = (
    "VAT-exempt intra-Community supply (Article 138 of Directive 2006/112/EC; Article 262 ter I of "
    "the French Tax Code).",
    "Late payment gives rise, without notice, to interest at 12.15% a year and to a fixed recovery "
    "charge of €40 per invoice (Articles L441-10 and D441-5 of the French Commercial Code).",
    "Retention of title: the goods remain our property until their price is paid in full.",
)
EXPORT_LINES = (
    Line(
        reference="MOB-002",
        label="Electric sit-stand desk, 160 x 80 cm",
        quantity=12,
        unit="piece",
        unit_price=5_890_000,
        discount_rate=800,
        vat_rate=0,
        net=650_256,
    ),
    Line(
        reference="MOB-007",
        label="Ergonomic chair with adjustable lumbar support",
        quantity=12,
        unit="piece",
        unit_price=2_490_000,
        vat_rate=0,
        net=298_800,
    ),
)
EXPORT_TOTALS = Totals(
    goods=949_056,
    carriage=38_000,
    net=987_056,
    vat_rows=(VatRow(rate=0, base=987_056, vat=0, category="K"),),
    vat=0,
    gross=987_056,
    due=987_056,
)
EXPORT_TERMS: dict[str, Any] = {
    "delivery_terms": "DAP Utrecht, Incoterms 2020, three weeks after order.",
    "payment_terms": "30 days from date of invoice, by bank transfer.",
}
