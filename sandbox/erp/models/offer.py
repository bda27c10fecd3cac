"""Terms that a quote states and its order keeps: sum asked in advance, escompte, incoterm."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.incoterms import INCOTERMS
from sandbox.core.money import WHOLE, share
from sandbox.core.orm import Cents, Rate
from sandbox.core.units import Days
from sandbox.erp.errors.offering import BadDeposit, BadEarlyPayment, BadOverallDiscount
from sandbox.erp.errors.shipping import UnknownIncoterm
from sandbox.erp.models.priced import Amounts


class DepositKind(StrEnum):
    """What the sum paid in advance is: nothing asked, « acompte », or « arrhes »."""

    NONE = ""
    DEPOSIT = "deposit"
    FORFEIT = "forfeit"


@dataclass(frozen=True)
class OfferTerms:
    """Terms of an offer as they are asked for; rates in hundredths of a percent, cents, days.

    A deposit is a rate of the total with tax or an amount, « acompte » binds both parties while
    « arrhes » let each give up (C. civ. 1590, C. conso. L214-1); ``early_payment`` is the escompte,
    ``overall_discount`` a discount on every line, after the line's own.
    """

    deposit_kind: DepositKind = DepositKind.NONE
    deposit_rate: Rate = 0
    deposit_amount: Cents = 0
    early_payment: Rate = 0
    early_payment_days: Days = 0
    incoterm: str = ""
    incoterm_place: str = ""
    overall_discount: Rate = 0

    def check(self) -> None:
        """Raise for terms that cannot be, whatever the total.

        BadDeposit, BadEarlyPayment, BadOverallDiscount or UnknownIncoterm.
        """
        asked = (self.deposit_rate, self.deposit_amount)
        if min(asked) < 0 or self.deposit_rate > WHOLE or all(asked):
            raise BadDeposit
        if any(asked) != bool(self.deposit_kind):
            raise BadDeposit
        given, days = self.early_payment, self.early_payment_days
        if not 0 <= given < WHOLE or days < 0 or bool(given) != bool(days):
            raise BadEarlyPayment
        if not 0 <= self.overall_discount < WHOLE:
            raise BadOverallDiscount
        if self.incoterm and self.incoterm not in INCOTERMS:
            raise UnknownIncoterm(incoterm=self.incoterm)


class Offered(Amounts):
    """Terms that a priced document carries, as columns; see OfferTerms for the units."""

    deposit_kind: Mapped[str] = mapped_column(default="")
    deposit_rate: Mapped[Rate] = mapped_column(default=0)
    deposit_amount: Mapped[Cents] = mapped_column(default=0)
    early_payment: Mapped[Rate] = mapped_column(default=0)
    early_payment_days: Mapped[int] = mapped_column(default=0)
    incoterm: Mapped[str] = mapped_column(default="")
    incoterm_place: Mapped[str] = mapped_column(default="")
    overall_discount: Mapped[Rate] = mapped_column(default=0)

    @property
    def deposit_asked(self) -> Cents:
        """Sum asked in advance, VAT included; 0 when none is."""
        if not self.deposit_kind:
            return 0
        return share(self.gross, self.deposit_rate) if self.deposit_rate else self.deposit_amount

    @property
    def after_deposit(self) -> Cents:
        """What is left to pay once that sum is paid."""
        return self.gross - self.deposit_asked

    @property
    def offer_terms(self) -> OfferTerms:
        """The terms, apart from the document."""
        return OfferTerms(
            deposit_kind=DepositKind(self.deposit_kind or ""),
            deposit_rate=self.deposit_rate or 0,
            deposit_amount=self.deposit_amount or 0,
            early_payment=self.early_payment or 0,
            early_payment_days=self.early_payment_days or 0,
            incoterm=self.incoterm or "",
            incoterm_place=self.incoterm_place or "",
            overall_discount=self.overall_discount or 0,
        )

    def offer(self, terms: OfferTerms) -> None:
        """Take these terms on, totals known.

        Raises BadDeposit, BadEarlyPayment, BadOverallDiscount or UnknownIncoterm.
        """
        terms.check()
        self.take_terms(terms)
        if self.deposit_kind and not 0 < self.deposit_asked <= self.gross:
            raise BadDeposit

    def take_terms(self, terms: OfferTerms) -> None:
        """Take on terms that were agreed already."""
        self.deposit_kind, self.deposit_rate = terms.deposit_kind, terms.deposit_rate
        self.deposit_amount = terms.deposit_amount
        self.early_payment, self.early_payment_days = terms.early_payment, terms.early_payment_days
        self.incoterm, self.incoterm_place = terms.incoterm, terms.incoterm_place.strip()
        self.overall_discount = terms.overall_discount
