"""Credit notes: what they take back of an invoice, line by line (CGI 272 1, 289 I 5)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.money import divide_half_up, format_euros
from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.core.pricing import PRICE_UNITS_PER_CENT
from sandbox.crm.models import Customer
from sandbox.erp.errors.crediting import (
    MoreThanInvoiced,
    MoreThanLineNet,
    NothingCredited,
    OneOrTheOther,
    UnknownLine,
    WrongKindOfLine,
)
from sandbox.erp.models.invoice import Invoice, InvoiceLine
from sandbox.erp.models.priced import Amounts, PricedLine
from sandbox.supply.models import Product


class CreditKind(StrEnum):
    """Why something is taken back."""

    CANCELLATION = "cancellation"
    RETURN = "return"
    PRICE = "price"
    GOODWILL = "goodwill"
    PACKAGING = "packaging"
    EARLY_PAYMENT = "early_payment"

    @property
    def by_units(self) -> bool:
        """Whether it takes units back, and not an amount off the price."""
        return self in (CreditKind.RETURN, CreditKind.PACKAGING)


_NAMES = {
    CreditKind.GOODWILL: "Rabais",
    CreditKind.PRICE: "Correction de prix",
    CreditKind.EARLY_PAYMENT: "Escompte",
}


@dataclass(frozen=True)
class CreditLineDraft:
    """What is taken back of the line at ``position``: so many units, or so many cents net."""

    position: int
    quantity: int = 0
    amount: Cents = 0


class CreditNote(Amounts, Referable, Base):
    """A credit note on one invoice, whole or in part; an internal one is sent to nobody.

    ``left`` is what it gives back beyond the invoice's balance, in cents, not yet used.
    """

    __tablename__ = "credit_note"
    __kind__ = "Avoir"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("invoice_id", "invoice"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
        Index(None, "run_id", "invoice_id"),
    )

    invoice_id: Mapped[int]
    customer_id: Mapped[int]
    issued_on: Mapped[date]
    reason: Mapped[str]
    internal: Mapped[bool] = mapped_column(default=False)
    kind: Mapped[str] = mapped_column(default=CreditKind.CANCELLATION)
    left: Mapped[Cents] = mapped_column(default=0)

    invoice: Mapped[Invoice] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["CreditNoteLine"]] = relationship(
        order_by="CreditNoteLine.position",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="credit_note",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (
            joinedload(cls.invoice).selectinload(Invoice.lines).joinedload(InvoiceLine.product),
            joinedload(cls.customer),
            selectinload(cls.lines).joinedload(CreditNoteLine.product),
        )

    def give_back(self, amount: Cents) -> None:
        """So many cents of what is left, that nothing has used, go back to the customer."""
        self.left -= amount

    @property
    def told(self) -> Sequence["InvoiceLine | CreditNoteLine"]:
        """Its lines; one that cancels a whole invoice has those of the invoice."""
        return self.invoice.lines if self.kind == CreditKind.CANCELLATION else self.lines


class CreditNoteLine(PricedLine, Base):
    """What is taken back of one line of the invoice."""

    __tablename__ = "credit_note_line"
    __table_args__ = (
        in_run("credit_note_id", "credit_note"),
        in_run("product_id", "product"),
        Index(None, "run_id", "credit_note_id"),
    )

    credit_note_id: Mapped[int]
    product_id: Mapped[int | None]
    packaging: Mapped[str] = mapped_column(default="")
    of_position: Mapped[int]
    units: Mapped[int] = mapped_column(default=0)

    credit_note: Mapped[CreditNote] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )
    product: Mapped[Product | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @property
    def lent(self) -> str:
        return self.packaging


def lines_of(
    invoice: Invoice,
    kind: CreditKind,
    drafts: Sequence[CreditLineDraft],
    before: Iterable[CreditNote] = (),
) -> list[CreditNoteLine]:
    """The lines of a credit note on an invoice, after those that were issued before.

    Raises NothingCredited, UnknownLine, OneOrTheOther, WrongKindOfLine, MoreThanInvoiced,
    MoreThanLineNet.
    """
    wanted = [draft for draft in drafts if draft.quantity or draft.amount]
    if not wanted:
        raise NothingCredited
    known = {line.position: line for line in invoice.lines}
    taken = taken_back(before)
    found = []
    for rank, draft in enumerate(wanted, start=1):
        line = known.get(draft.position)
        if line is None:
            raise UnknownLine(number=draft.position)
        made = (_by_units if kind.by_units else _by_amount)(line, draft, kind, taken)
        made.position = rank
        taken.add(made)
        found.append(made)
    return found


class TakenBack:
    """What credit notes took back of each line of their invoice, by its position.

    ``units``, ``cents`` net, and among these what came ``off`` the price while the goods stayed.
    """

    def __init__(self) -> None:
        self.units: Counter[int] = Counter()
        self.cents: Counter[int] = Counter()
        self.off: Counter[int] = Counter()

    def add(self, line: CreditNoteLine) -> None:
        """Count a line of a credit note in."""
        self.units[line.of_position] += line.units
        self.cents[line.of_position] += line.net
        self.off[line.of_position] += 0 if line.units else line.net

    def units_left(self, line: InvoiceLine) -> int:
        """Units of a line that may still come back."""
        return line.quantity - self.units[line.position]

    def net_left(self, line: InvoiceLine) -> Cents:
        """Cents net of a line that may still be taken off."""
        return line.net - self.cents[line.position]


def taken_back(notes: Iterable[CreditNote]) -> TakenBack:
    """What these credit notes took back of their invoice."""
    taken = TakenBack()
    for note in notes:
        for line in note.lines:
            taken.add(line)
    return taken


def _by_units(
    line: InvoiceLine, draft: CreditLineDraft, kind: CreditKind, taken: TakenBack
) -> CreditNoteLine:
    """So many units at the price of the invoice, with their eco-contribution."""
    if draft.amount or draft.quantity < 0:
        raise OneOrTheOther(label=line.label, what="un nombre d'unités")
    if (kind == CreditKind.PACKAGING) != bool(line.lent):
        raise WrongKindOfLine(label=line.label)
    left = taken.units_left(line)
    if draft.quantity > left:
        raise MoreThanInvoiced(label=line.label, left=left)
    made = CreditNoteLine(
        label=line.label,
        quantity=draft.quantity,
        units=draft.quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        second_discount=line.second_discount,
        overall_discount=line.overall_discount,
        eco=line.eco,
        **_same(line),
    )
    made.price()
    worth = divide_half_up(taken.net_left(line) * draft.quantity, left)
    if made.net != worth and (draft.quantity == left or taken.off[line.position]):
        _worth(made, worth)
    return made


def _worth(made: CreditNoteLine, worth: Cents) -> None:
    """Price units as a lot: after a correction of the price, or when they end their line.

    A price of one unit would not say the cents that are left.
    """
    made.label = f"{made.label} (lot de {made.units})"
    made.eco *= made.units
    made.quantity, made.discount = 1, 0
    made.second_discount = made.overall_discount = 0
    made.unit_price = worth * PRICE_UNITS_PER_CENT
    made.price()


def _by_amount(
    line: InvoiceLine, draft: CreditLineDraft, kind: CreditKind, taken: TakenBack
) -> CreditNoteLine:
    """So many cents off the price: the goods stay, and so does their eco-contribution."""
    if draft.quantity or draft.amount < 0:
        raise OneOrTheOther(label=line.label, what="un montant hors taxes")
    if line.lent:
        raise WrongKindOfLine(label=line.label)
    if draft.amount > taken.net_left(line):
        raise MoreThanLineNet(label=line.label, left=format_euros(taken.net_left(line)))
    made = CreditNoteLine(
        label=f"{_NAMES[kind]} : {line.label}",
        quantity=1,
        units=0,
        unit_price=draft.amount * PRICE_UNITS_PER_CENT,
        discount=0,
        eco=0,
        **_same(line),
    )
    made.price()
    return made


def _same(line: InvoiceLine) -> dict[str, object]:
    """What a line of a credit note takes from that of the invoice."""
    # A relation set to nothing would blank the half of the key that it shares with others.
    product = {"product": line.product} if line.product is not None else {}
    return product | {
        "packaging": line.packaging,
        "of_position": line.position,
        "vat_rate": line.vat_rate,
    }
