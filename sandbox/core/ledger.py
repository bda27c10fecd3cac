"""Entries of the sales ledger: accounts a document debits and credits (PCG 2026), in cents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sandbox.core.money import share
from sandbox.core.pricing import from_gross
from sandbox.core.units import Cents, Rate

CUSTOMERS, DEPOSITS, LENT, BANK = "411", "4191", "4196", "512"
GOODS, ECO, CARRIAGE, REDUCTIONS = "707", "7078", "7085", "7097"
VAT, EARLY_PAYMENT = "44571", "665"
DOUBTFUL, IMPAIRMENT, LOST = "416", "491", "654"
IMPAIRED, IMPAIRMENT_BACK = "68174", "78174"
STOCK, STOCK_CHANGE = "37", "6037"
ACCOUNTS = {
    CUSTOMERS: "Clients",
    DEPOSITS: "Clients, avances et acomptes reçus",
    LENT: "Clients, dettes sur emballages consignés",
    BANK: "Banque",
    GOODS: "Ventes de marchandises",
    ECO: "Ventes, éco-contribution",
    CARRIAGE: "Ports facturés",
    REDUCTIONS: "Rabais, remises et ristournes accordés",
    VAT: "TVA collectée",
    EARLY_PAYMENT: "Escomptes accordés",
    DOUBTFUL: "Clients douteux ou litigieux",
    IMPAIRMENT: "Dépréciations des comptes clients",
    LOST: "Pertes sur créances irrécouvrables",
    IMPAIRED: "Dotations aux dépréciations des créances",
    IMPAIRMENT_BACK: "Reprises sur dépréciations des créances",
    STOCK: "Stocks de marchandises",
    STOCK_CHANGE: "Variation des stocks de marchandises",
}


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of an entry: an account, debited or credited of so many cents."""

    account: str
    debit: Cents = 0
    credit: Cents = 0

    @property
    def label(self) -> str:
        """Name of the account."""
        return ACCOUNTS[self.account]


Entry = tuple[Posting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """What a document sells or takes back, in cents: ``early`` is an escompte on the invoice.

    ``deposit_net`` and ``deposit_vat`` are those of the deposit invoices that it deducts.
    """

    goods: Cents
    vat: Cents
    carriage: Cents = 0
    eco: Cents = 0
    lent: Cents = 0
    early: Cents = 0
    deposit_net: Cents = 0
    deposit_vat: Cents = 0

    @property
    def due(self) -> Cents:
        """What the customer owes by it."""
        sold = self.goods + self.carriage + self.eco + self.lent - self.early + self.vat
        return sold - self.deposit_net - self.deposit_vat


def of_invoice(sold: Sold) -> Entry:
    """An invoice: the customer owes the price, the sale and its VAT are earned.

    VAT on a deposit was entered with the deposit: the final invoice bears the rest.
    """
    return _kept(
        Posting(CUSTOMERS, debit=sold.due),
        Posting(DEPOSITS, debit=sold.deposit_net),
        Posting(GOODS, credit=sold.goods),
        Posting(CARRIAGE, credit=sold.carriage),
        Posting(ECO, credit=sold.eco),
        Posting(LENT, credit=sold.lent),
        Posting(EARLY_PAYMENT, debit=sold.early),
        Posting(VAT, credit=sold.vat - sold.deposit_vat),
    )


def of_deposit(net: Cents, vat: Cents) -> Entry:
    """A deposit invoice: nothing is sold yet, the sum is a debt towards the customer."""
    return _kept(
        Posting(CUSTOMERS, debit=net + vat), Posting(DEPOSITS, credit=net), Posting(VAT, credit=vat)
    )


def of_credit_note(back: Sold, *, reduction: bool = False) -> Entry:
    """A credit note: the sale is taken back, or a reduction is granted off the invoice."""
    return _kept(
        Posting(REDUCTIONS if reduction else GOODS, debit=back.goods),
        Posting(CARRIAGE, debit=back.carriage),
        Posting(ECO, debit=back.eco),
        Posting(LENT, debit=back.lent),
        Posting(VAT, debit=back.vat),
        Posting(CUSTOMERS, credit=back.due),
    )


def of_payment(amount: Cents) -> Entry:
    """Money of a customer on the account."""
    return (Posting(BANK, debit=amount), Posting(CUSTOMERS, credit=amount))


def of_early_note(net: Cents, vat: Cents) -> Entry:
    """The credit note of an escompte: a financial charge, its VAT taken back (PCG 665)."""
    return _kept(
        Posting(EARLY_PAYMENT, debit=net),
        Posting(VAT, debit=vat),
        Posting(CUSTOMERS, credit=net + vat),
    )


def of_early_payment(gross: Cents, net: Cents, vat: Cents) -> Entry:
    """A payment less its escompte (its net and its VAT), of what was owed (CGI 267-II-1, 272-1)."""
    return _kept(
        Posting(BANK, debit=gross - net - vat),
        Posting(EARLY_PAYMENT, debit=net),
        Posting(VAT, debit=vat),
        Posting(CUSTOMERS, credit=gross),
    )


def of_doubtful(gross: Cents) -> Entry:
    """A debt that may not be paid leaves the ordinary ones (PCG 416)."""
    return (Posting(DOUBTFUL, debit=gross), Posting(CUSTOMERS, credit=gross))


def of_impairment(gross: Cents, vat: Rate, loss: Rate) -> Entry:
    """The loss to be feared on a debt, reckoned net: its VAT will come back (PCG 491)."""
    feared = share(from_gross(gross, vat)[0], loss)
    return (Posting(IMPAIRED, debit=feared), Posting(IMPAIRMENT, credit=feared))


def of_impairment_back(feared: Cents) -> Entry:
    """The impairment has no object any more: the loss is there, or the money came."""
    return (Posting(IMPAIRMENT, debit=feared), Posting(IMPAIRMENT_BACK, credit=feared))


def of_bad_debt(gross: Cents, recovered: Cents, vat: Rate) -> Entry:
    """The end of a doubtful debt: what came in, what is lost, its VAT taken back (CGI 272-1)."""
    net, tax = from_gross(gross - recovered, vat)
    return _kept(
        Posting(BANK, debit=recovered),
        Posting(LOST, debit=net),
        Posting(VAT, debit=tax),
        Posting(DOUBTFUL, credit=gross),
    )


def of_stock_gap(value: Cents) -> Entry:
    """What a count takes off the books (``value`` below nought), or adds to them."""
    if value < 0:
        return (Posting(STOCK_CHANGE, debit=-value), Posting(STOCK, credit=-value))
    return _kept(Posting(STOCK, debit=value), Posting(STOCK_CHANGE, credit=value))


def undone(entry: Sequence[Posting]) -> Entry:
    """The same accounts the other way round."""
    return tuple(Posting(line.account, line.credit, line.debit) for line in entry)


def sums(entry: Iterable[Posting]) -> tuple[Cents, Cents]:
    """Debits and credits of an entry, equal in a true one."""
    lines = tuple(entry)
    return sum(line.debit for line in lines), sum(line.credit for line in lines)


def vat_due_on(
    supplied: date, invoiced: date, paid: date | None, *, services: bool, debits: bool = False
) -> date | None:
    """Day in whose month VAT is due (CGI 269-2); None while a service is not paid.

    Goods: their delivery. Services: the payment, or the invoice under the option for « débits »
    (the payment, if it came before).
    """
    if not services:
        return supplied
    if not debits:
        return paid
    return min(invoiced, paid) if paid else invoiced


def _kept(*lines: Posting) -> Entry:
    return tuple(line for line in lines if line.debit or line.credit)
