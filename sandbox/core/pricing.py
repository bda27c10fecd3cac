"""Prices of a document: discounts, carriage, VAT per rate, deposits and margins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sandbox.core.money import WHOLE, divide_half_up, rate_of, share
from sandbox.core.units import Cents, Rate, UnitPrice

PRICE_UNITS_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class VatRow:
    """VAT of a document at one rate: base and tax in cents."""

    rate: Rate
    base: Cents
    vat: Cents


@dataclass(frozen=True, slots=True)
class Totals:
    """Foot of a document, in cents: net of tax, VAT per rate and in all, tax included."""

    net: Cents
    vat_rows: tuple[VatRow, ...]
    vat: Cents
    gross: Cents


@dataclass(frozen=True, slots=True)
class Cascade:
    """Every step from a gross price to the total to pay, in cents."""

    discounts: tuple[Cents, ...]
    nets: tuple[Cents, ...]
    early_payment_discount: Cents
    net_financial: Cents
    totals: Totals

    @property
    def net_commercial(self) -> Cents:
        """Net after every discount, before the early-payment discount and carriage."""
        return self.nets[-1]


@dataclass(frozen=True, slots=True)
class Deposit:
    """A deposit and what is left, in cents; the deposit's VAT is due when it is cashed."""

    gross: Cents
    net: Cents
    vat: Cents
    balance: Cents


@dataclass(frozen=True, slots=True)
class Margin:
    """Margin in cents; markup on cost and margin on price as rates; coefficient in hundredths."""

    amount: Cents
    markup: Rate
    margin: Rate
    coefficient: int


@dataclass(frozen=True, slots=True)
class Forfeit:
    """What giving up costs when the sum paid in advance is « arrhes », in cents."""

    buyer_loses: Cents
    seller_returns: Cents


def line_net(quantity: int, unit_price: UnitPrice, *discounts: Rate) -> Cents:
    """Net of a line: quantity x unit price less discounts, each taken on the previous result.

    Rounded half up to the cent at each discount. Raises ValueError for a discount outside 0-100 %.
    """
    first, *others = discounts or (0,)
    kept = quantity * unit_price * _kept(first)
    net = divide_half_up(kept, PRICE_UNITS_PER_CENT * WHOLE)
    for discount in others:
        net = discounted(net, discount)
    return net


def discounted(amount: Cents, discount: Rate) -> Cents:
    """Amount less a discount, rounded half up; raises ValueError for one outside 0-100 %."""
    return share(amount, _kept(discount))


def equivalent_discount(*discounts: Rate) -> Rate:
    """The single discount that a cascade amounts to: 10 % then 5 % make 14.5 %, not 15 %."""
    kept, scale = WHOLE, 1
    for discount in discounts:
        kept, scale = kept * _kept(discount), scale * WHOLE
    return WHOLE - divide_half_up(kept, scale)


def vat_rows(lines: Iterable[tuple[Rate, Cents]]) -> tuple[VatRow, ...]:
    """VAT once per rate, on the sum of the rounded lines; highest rate first.

    Never the sum of line VATs (EN 16931, BR-CO-17 and BR-S-09).
    """
    bases: defaultdict[Rate, Cents] = defaultdict(int)
    for rate, net in lines:
        bases[rate] += net
    return tuple(
        VatRow(rate, base, share(base, rate)) for rate, base in sorted(bases.items(), reverse=True)
    )


def totals(lines: Iterable[tuple[Rate, Cents]]) -> Totals:
    """Foot of a document from its (VAT rate, net in cents) lines, carriage included."""
    rows = vat_rows(lines)
    net, vat = sum(row.base for row in rows), sum(row.vat for row in rows)
    return Totals(net, rows, vat, net + vat)


def price_cascade(
    amount: Cents,
    *discounts: Rate,
    vat: Rate,
    early_payment: Rate = 0,
    carriage: Cents = 0,
    eco_contribution: Cents = 0,
) -> Cascade:
    """Steps from a price to the total: discounts, early payment, carriage, eco-contribution.

    Carriage and eco-contribution are never discounted (C. env. L541-10-20 and -21); discounts of
    both kinds stay out of the VAT base (CGI 267-II).
    """
    nets = [amount]
    for discount in discounts:
        nets.append(discounted(nets[-1], discount))
    financial = discounted(nets[-1], early_payment)
    return Cascade(
        discounts=tuple(before - after for before, after in pairwise(nets)),
        nets=tuple(nets),
        early_payment_discount=nets[-1] - financial,
        net_financial=financial,
        totals=totals([(vat, financial + carriage + eco_contribution)]),
    )


def carriage(net: Cents, flat: Cents, free_from: Cents) -> Cents:
    """Carriage to invoice: flat under the threshold (net of tax), free from it on."""
    return flat if net < free_from else 0


def from_gross(gross: Cents, vat: Rate) -> tuple[Cents, Cents]:
    """Net and VAT held in a price with tax; the VAT is what the rounded net leaves."""
    net = divide_half_up(gross * WHOLE, WHOLE + vat)
    return net, gross - net


def spread(amount: Cents, weights: Sequence[Cents]) -> list[Cents]:
    """An amount in parts that weigh as these do: the cents that do not divide fall as they come.

    The parts add up to the amount; nothing weighs nothing.
    """
    whole, given, weighed, parts = sum(weights), 0, 0, []
    for weight in weights:
        weighed += weight
        upto = divide_half_up(amount * weighed, whole) if whole else 0
        parts.append(upto - given)
        given = upto
    return parts


def deposit(gross: Cents, part: Rate, vat: Rate) -> Deposit:
    """Deposit asked as a part of the total with tax (VAT due when cashed: CGI 269-2-a)."""
    asked = share(gross, part)
    net, tax = from_gross(asked, vat)
    return Deposit(asked, net, tax, gross - asked)


def forfeit(paid: Cents) -> Forfeit:
    """Cost of giving up a sale with arrhes, for each side (C. civ. 1590, C. conso. L214-1)."""
    return Forfeit(buyer_loses=paid, seller_returns=2 * paid)


def margin(cost: Cents, price: Cents, vat: Rate) -> Margin:
    """Margin of a sale, cost and price net of tax; raises ValueError for a cost not positive."""
    if cost <= 0:
        raise ValueError("Le coût doit être positif pour calculer une marge.")
    amount = price - cost
    coefficient = divide_half_up((price + share(price, vat)) * 100, cost)
    return Margin(amount, rate_of(amount, cost), rate_of(amount, price), coefficient)


def _kept(discount: Rate) -> Rate:
    if not 0 <= discount <= WHOLE:
        raise ValueError("Une remise va de 0 à 100 %.")
    return WHOLE - discount


def slices_of(
    sales: Cents, slices: Sequence[tuple[Cents, Rate]]
) -> list[tuple[Cents, Rate, Cents]]:
    """Sales of a year cut at thresholds: the part in each slice, its rate, and what it gives back.

    A slice is what it begins at and its rate; they come in order. Each part is rounded apart.
    """
    ends = [start for start, _ in slices[1:]] + [sales]
    parts = [
        (max(0, min(sales, end) - start), rate)
        for (start, rate), end in zip(slices, ends, strict=True)
    ]
    return [(part, rate, share(part, rate)) for part, rate in parts]


def slice_rebate(sales: Cents, slices: Sequence[tuple[Cents, Rate]]) -> Cents:
    """Year-end rebate (« ristourne ») net of tax, each slice of the sales at its own rate."""
    return sum(back for _, _, back in slices_of(sales, slices))
