"""Specimens of what a late payment or a loss writes, from the statement to the court."""

from datetime import date

from sandbox.documents.parts import AmountsDue, Party, StatementRow, UnpaidInvoice
from sandbox.documents.snapshots import (
    CarrierProtest,
    ClaimDeclaration,
    DunningLetter,
    FormalNotice,
    LitigationSlip,
    PaymentPlan,
    Statement,
)
from sandbox.documents.snapshots_recovery import DamagedItem, Instalment, JoinedPiece
from sandbox.documents.specimens.parties import BALISIERS, MENTIONS, SOLD

LETTER = {**SOLD, "delivery_address": None, "mentions": ()}
TRUSTEE = Party(
    name="Étude Roncin, mandataire judiciaire",
    street="9 place du Sceau",
    postcode="44000",
    town="Nantes",
    contact="Maître Hélène Roncin",
)
AGENCY = Party(
    name="Cabinet Marsouin Créances",
    street="",
    postcode="",
    town="",
    contact="Service des dossiers",
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
        **LETTER,
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


def third_reminder() -> DunningLetter:
    return DunningLetter(
        reference="REL-2027-000003",
        issued_on=date(2027, 1, 18),
        level=3,
        invoices=(unpaid(24, 1_801),),
        amounts=AmountsDue(principal=225_403, penalties=1_801, indemnity=4_000, total=231_204),
        pay_by=date(2027, 1, 26),
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
        **LETTER,
    )


def payment_plan() -> PaymentPlan:
    return PaymentPlan(
        reference="PP-2027-000001",
        issued_on=date(2027, 1, 27),
        invoices=(unpaid(33),),
        amounts=AmountsDue(principal=225_403, total=225_403),
        in_words="deux mille deux cent cinquante-quatre euros et trois centimes",
        instalments=(
            Instalment(due_on=date(2027, 2, 10), amount=75_134, remaining=150_269),
            Instalment(due_on=date(2027, 3, 10), amount=75_134, remaining=75_135),
            Instalment(due_on=date(2027, 4, 12), amount=75_135, remaining=0),
        ),
        debtor_signatory="Nadia Belkacem, gérante",
        penalties_waived=True,
        **LETTER,
    )


def carrier_protest() -> CarrierProtest:
    return CarrierProtest(
        reference="PM-2026-000001",
        issued_on=date(2026, 11, 23),
        waybill_reference="LV-2026-000007",
        delivery_reference="BL-2026-000007",
        consignee="Atelier Lumen",
        received_on=date(2026, 11, 20),
        last_day=date(2026, 11, 24),
        registered_number="1A 000 000 0002 4",
        damages=(
            DamagedItem(
                reference="MOB-002",
                label="Bureau assis-debout électrique 160 x 80 cm",
                quantity=1,
                fault="Plateau fendu sur 12 cm, angle écrasé, carton enfoncé",
                weight=41_000,
                value=55_955,
            ),
            DamagedItem(
                reference="MOB-011",
                label="Guide pratique ergonomie du poste (livre)",
                quantity=3,
                fault="Manquants, carton ouvert et refermé au ruban neutre",
                weight=3_300,
                value=7_110,
            ),
        ),
        claimed=63_065,
        reservations="« Carton 2 enfoncé, plateau fendu à l’angle droit ; carton 5 ouvert, 3 "
        "livres manquants », signées du chauffeur.",
        enclosures=(
            "Copie de la lettre de voiture LV-2026-000007 avec réserves",
            "Six photographies prises au déchargement",
            "Facture FA-2026-000123",
        ),
        **{**LETTER, "customer": BALISIERS},
    )


def claim_declaration() -> ClaimDeclaration:
    return ClaimDeclaration(
        reference="DC-2027-000001",
        issued_on=date(2027, 2, 15),
        receiver=TRUSTEE,
        proceedings="recovery",
        court="Tribunal de commerce de Nantes",
        judgment_on=date(2027, 2, 3),
        published_on=date(2027, 2, 10),
        last_day=date(2027, 4, 12),
        invoices=(unpaid(40, 3_001),),
        amounts=AmountsDue(principal=225_403, penalties=3_001, indemnity=4_000, total=232_404),
        penalty_rate=1215,
        retention_of_title=True,
        registered_number="1A 000 000 0003 1",
        enclosures=(
            "Facture FA-2026-000123 et bons de livraison BL-2026-000007 et 000009",
            "Mise en demeure MED-2027-000001",
            "Conditions générales de vente acceptées avec le devis DE-2026-000003",
            "Relevé de compte arrêté au 3 février 2027",
        ),
        **LETTER,
    )


def litigation_slip() -> LitigationSlip:
    return LitigationSlip(
        reference="CTX-2027-000001",
        issued_on=date(2027, 2, 9),
        recipient=AGENCY,
        order_reference="CDE-2026-000012",
        noticed_on=date(2027, 1, 25),
        limitation=date(2031, 12, 25),
        invoices=(unpaid(46, 3_451),),
        amounts=AmountsDue(principal=225_403, penalties=3_451, indemnity=4_000, total=232_854),
        penalty_rate=1215,
        approval="ACC-000031",
        pieces=(
            JoinedPiece(label="Commande acceptée", details="CDE-2026-000012 (12/11/2026)"),
            JoinedPiece(
                label="Accusé de réception de la commande",
                details="accusé de CDE-2026-000012 (12/11/2026)",
            ),
            JoinedPiece(label="Bon de livraison signé", details="BL-2026-000007 (24/11/2026)"),
            JoinedPiece(label="Facture", details="FA-2026-000123 (25/11/2026)"),
            JoinedPiece(
                label="Relances",
                details="appel (28/12/2026), relance 1 (04/01/2027), relance 2 (11/01/2027)",
            ),
            JoinedPiece(
                label="Mise en demeure",
                details="mise en demeure (25/01/2027), avis de réception (28/01/2027)",
            ),
            JoinedPiece(label="Relevé de compte", joined=False),
            JoinedPiece(label="Échanges avec le client", details="4 messages (22/01/2027)"),
        ),
        **LETTER,
    )
