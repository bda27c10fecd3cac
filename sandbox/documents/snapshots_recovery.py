"""Papers of a debt or a loss: plan, protest to a carrier, claim in insolvency, litigation slip."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from sandbox.core.units import Cents, Days, Grams, Rate
from sandbox.documents.base import FrenchSnapshot
from sandbox.documents.parts import AmountsDue, Party, UnpaidInvoice

Proceedings = Literal["safeguard", "recovery", "winding_up"]


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """One payment of a plan, and what is left to pay after it."""

    due_on: date
    amount: Cents
    remaining: Cents


@dataclass(frozen=True, kw_only=True)
class DamagedItem:
    """What arrived damaged or short; `value` is net of VAT."""

    reference: str
    label: str
    quantity: int
    fault: str
    weight: Grams | None = None
    value: Cents | None = None


@dataclass(frozen=True, kw_only=True)
class PaymentPlan(FrenchSnapshot):
    """Échéancier signé, with its acknowledgement of debt (C. civ. 1376, 2240).

    `amounts.total` is the sum acknowledged; `in_words` the same, written out.
    """

    kind: ClassVar[str] = "payment_plan"
    invoices: tuple[UnpaidInvoice, ...]
    amounts: AmountsDue
    instalments: tuple[Instalment, ...]
    in_words: str = ""
    means: str = "virement"
    debtor_signatory: str = ""
    penalties_waived: bool = False
    acceleration_days: Days = 8


@dataclass(frozen=True, kw_only=True)
class CarrierProtest(FrenchSnapshot):
    """Protestation motivée (C. com. L133-3): `customer` is the carrier, to whom we write.

    `last_day` is the third day after delivery, public holidays not counted; `consignee` is left
    empty when the goods were delivered to us; `claimed` is net of VAT.
    """

    kind: ClassVar[str] = "carrier_protest"
    waybill_reference: str
    received_on: date
    last_day: date
    damages: tuple[DamagedItem, ...]
    claimed: Cents | None = None
    consignee: str = ""
    delivery_reference: str = ""
    reservations: str = ""
    registered_number: str = ""
    enclosures: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClaimDeclaration(FrenchSnapshot):
    """Déclaration de créance (C. com. L622-24): `customer` is the debtor, `receiver` reads it.

    `published_on` is the day of the BODACC notice, `last_day` two months later.
    """

    kind: ClassVar[str] = "claim_declaration"
    receiver: Party
    proceedings: Proceedings
    court: str
    judgment_on: date
    published_on: date
    last_day: date
    invoices: tuple[UnpaidInvoice, ...]
    amounts: AmountsDue
    penalty_rate: Rate | None = None
    retention_of_title: bool = False
    security: str = ""
    registered_number: str = ""
    enclosures: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class JoinedPiece:
    """A kind of paper of a file: its name, those joined in words; `joined` is false when none."""

    label: str
    details: str = ""
    joined: bool = True


@dataclass(frozen=True, kw_only=True)
class LitigationSlip(FrenchSnapshot):
    """Bordereau de remise au contentieux: `customer` is the debtor, `recipient` takes the file.

    `noticed_on` is the day of the formal notice, `limitation` the last day to act in court;
    `approval` names the decision that allows it, when there was one.
    """

    kind: ClassVar[str] = "litigation_slip"
    recipient: Party
    order_reference: str = ""
    noticed_on: date
    limitation: date
    invoices: tuple[UnpaidInvoice, ...]
    amounts: AmountsDue
    pieces: tuple[JoinedPiece, ...]
    penalty_rate: Rate | None = None
    approval: str = ""
    paragraphs: tuple[str, ...] = ()
