"""Frozen pictures of commercial documents: all a printed page shows, and nothing it must compute.

The outbox keeps a snapshot as plain JSON, so that a document printed tomorrow shows what was true
when it was issued. Units (cents, hundredths of a percent, grams) stand in the types.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from sandbox.core.codec import Malformed, decode
from sandbox.core.units import Cents, Grams, Rate
from sandbox.documents.base import Snapshot as Snapshot
from sandbox.documents.parts import (
    AmountsDue,
    DeliveryLine,
    Line,
    PriorInvoice,
    StatementRow,
    Totals,
    UnpaidInvoice,
)
from sandbox.documents.snapshots_booklet import EvaluationBooklet as EvaluationBooklet
from sandbox.documents.snapshots_letters import Letter as Letter
from sandbox.documents.snapshots_logistics import Cmr as Cmr
from sandbox.documents.snapshots_logistics import PackingList as PackingList
from sandbox.documents.snapshots_logistics import PickingList as PickingList
from sandbox.documents.snapshots_logistics import ShippingInstruction as ShippingInstruction
from sandbox.documents.snapshots_logistics import Waybill as Waybill
from sandbox.documents.snapshots_recovery import CarrierProtest as CarrierProtest
from sandbox.documents.snapshots_recovery import ClaimDeclaration as ClaimDeclaration
from sandbox.documents.snapshots_recovery import LitigationSlip as LitigationSlip
from sandbox.documents.snapshots_recovery import PaymentPlan as PaymentPlan
from sandbox.documents.snapshots_rights import AccessResponse as AccessResponse

Supply = Literal["goods", "services", "mixed"]
DEBITS_OPTION = "Option pour le paiement de la taxe d’après les débits."


@dataclass(frozen=True, kw_only=True)
class Quote(Snapshot):
    """Devis: an offer that binds until `valid_until`."""

    kind: ClassVar[str] = "quote"
    lines: tuple[Line, ...]
    totals: Totals
    valid_until: date
    version: int = 1
    replaces: str = ""
    customer_reference: str = ""
    delivery_terms: str = ""
    payment_terms: str = ""
    options: tuple[Line, ...] = ()
    gross_with_options: Cents | None = None
    deposit_terms: str = ""
    early_payment_terms: str = ""


@dataclass(frozen=True, kw_only=True)
class ProForma(Snapshot):
    """Facture pro forma: a priced picture for a bank or customs, which claims no payment."""

    kind: ClassVar[str] = "pro_forma"
    lines: tuple[Line, ...]
    totals: Totals
    valid_until: date
    order_reference: str = ""
    quote_reference: str = ""
    customer_reference: str = ""
    delivery_terms: str = ""
    payment_terms: str = ""
    origin: str = ""
    weight: Grams | None = None


@dataclass(frozen=True, kw_only=True)
class OrderAcknowledgement(Snapshot):
    """Accusé de réception de commande: `differences` from what the customer asked for."""

    kind: ClassVar[str] = "order_acknowledgement"
    lines: tuple[Line, ...]
    totals: Totals
    ordered_on: date
    promised_on: date
    quote_reference: str = ""
    customer_reference: str = ""
    delivery_terms: str = ""
    payment_terms: str = ""
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeliveryNote(Snapshot):
    """Bon de livraison: `backorder_on` is when the rest is promised."""

    kind: ClassVar[str] = "delivery_note"
    lines: tuple[DeliveryLine, ...]
    order_reference: str
    shipped_on: date
    customer_reference: str = ""
    carrier: str = ""
    delivery_terms: str = ""
    parcels: int | None = None
    weight: Grams | None = None
    backorder_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PurchaseOrder(Snapshot):
    """Commande fournisseur: `seller` is the supplier, `customer` our company, which writes."""

    kind: ClassVar[str] = "purchase_order"
    lines: tuple[Line, ...]
    totals: Totals
    expected_on: date
    supplier_reference: str = ""
    delivery_terms: str = ""
    payment_terms: str = ""


@dataclass(frozen=True, kw_only=True)
class Bill(Snapshot):
    """What an invoice and a credit note share; `vat_on_debits` is the option of CGI art. 269-2 c.

    Their tax sentences (CGI ann. II art. 242 nonies A) are printed even if `mentions` lacks them.
    """

    lines: tuple[Line, ...]
    totals: Totals
    supply: Supply
    vat_on_debits: bool = False

    @property
    def printed_mentions(self) -> tuple[str, ...]:
        """The tax sentences that are missing, then the sentences given."""
        wanted = [row.exemption for row in self.totals.vat_rows if row.exemption]
        if self.vat_on_debits:
            wanted.append(DEBITS_OPTION)
        missing = [one for one in wanted if not any(one in said for said in self.mentions)]
        return (*dict.fromkeys(missing), *self.mentions)


@dataclass(frozen=True, kw_only=True)
class Invoice(Bill):
    """Facture (C. com. art. L441-9); `deposits` are the deposit invoices deducted.

    A periodic one (CGI art. 289-I-3) runs from `supplied_from` to `supplied_on`.
    `replaces` is the invoice that it corrects and the credit note that took that one back.
    """

    kind: ClassVar[str] = "invoice"
    supplied_on: date
    due_on: date
    supplied_from: date | None = None
    order_reference: str = ""
    customer_reference: str = ""
    delivery_references: tuple[str, ...] = ()
    payment_means: str = "Virement"
    payment_terms: str = ""
    is_deposit: bool = False
    is_forfeit: bool = False
    deposits: tuple[PriorInvoice, ...] = ()
    replaces: tuple[PriorInvoice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CreditNote(Bill):
    """Avoir: positive amounts in the customer's favour, on one invoice (CGI art. 289-I-5)."""

    kind: ClassVar[str] = "credit_note"
    invoice_reference: str
    invoice_issued_on: date
    reason: str
    settlement: str = ""
    supplied_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DunningLetter(Snapshot):
    """Relance, first to third; `paragraphs`, when given, replace the usual words."""

    kind: ClassVar[str] = "dunning_letter"
    level: Literal[1, 2, 3]
    invoices: tuple[UnpaidInvoice, ...]
    amounts: AmountsDue
    pay_by: date
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormalNotice(Snapshot):
    """Mise en demeure; `penalty_rate` is annual, `registered_number` the letter's."""

    kind: ClassVar[str] = "formal_notice"
    invoices: tuple[UnpaidInvoice, ...]
    amounts: AmountsDue
    pay_by: date
    penalty_rate: Rate
    registered_number: str = ""
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Statement(Snapshot):
    """Relevé de compte over a period; balances in cents, positive when the customer owes."""

    kind: ClassVar[str] = "statement"
    period_from: date
    period_to: date
    opening_balance: Cents
    closing_balance: Cents
    overdue: Cents
    rows: tuple[StatementRow, ...] = ()


KINDS: dict[str, type[Snapshot]] = {
    model.kind: model
    for model in (
        Quote, ProForma, OrderAcknowledgement, DeliveryNote, PurchaseOrder, Invoice,
        CreditNote, DunningLetter, FormalNotice, Statement,
        ShippingInstruction, PickingList, PackingList, Waybill, Cmr,
        PaymentPlan, CarrierProtest, ClaimDeclaration, LitigationSlip, AccessResponse, Letter,
        EvaluationBooklet,
    )
}  # fmt: skip


def from_json(data: Mapping[str, Any]) -> Snapshot:
    """The snapshot that `to_json` wrote; raises Malformed (a ValueError) on any other shape."""
    kind = KINDS.get(data.get("kind", ""))
    if kind is None:
        raise Malformed(("kind",), f"genre de document inconnu : « {data.get('kind')} ».")
    fields = {key: value for key, value in data.items() if key != "kind"}
    snapshot: Snapshot = decode(kind, fields)
    return snapshot
