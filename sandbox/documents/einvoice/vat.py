"""VAT categories of an invoice, said on its lines or read in its legal sentences."""

from collections.abc import Iterable
from typing import NamedTuple

from sandbox.core.units import Cents, Rate
from sandbox.documents.parts import Allowance, Line, VatRow
from sandbox.documents.snapshots import Bill

# VATEX codes of CEF's list; an exemption (E) has as many codes as reasons, given by the row.
EXEMPTION_CODES = {"AE": "VATEX-EU-AE", "K": "VATEX-EU-IC", "G": "VATEX-EU-G"}
# The article that a legal sentence quotes, whatever its language; « E » is any other exemption.
_ARTICLES = {
    "K": ("262 ter",),
    "G": ("262 I",),
    "AE": ("article 283", "utoliquidation", "everse charge"),
    "E": ("xonér", "non applicable", "xempt"),
}


class VatKey(NamedTuple):
    """What one row of VAT is about: a category and a rate in hundredths of a percent."""

    category: str
    rate: Rate


class Adjustment(NamedTuple):
    """An allowance or a charge on the whole document, in cents, under one VAT key."""

    label: str
    amount: Cents
    key: VatKey


def key_of_line(bill: Bill, line: Line | Allowance) -> VatKey:
    """VAT key of a line or of an allowance."""
    return _key(bill, line.vat_category, line.vat_rate)


def key_of_row(bill: Bill, row: VatRow) -> VatKey:
    """VAT key of a row of the foot."""
    return _key(bill, row.category, row.rate)


def exemption(bill: Bill, row: VatRow) -> tuple[str, str]:
    """Why a row bears no VAT, in French, and its code; empty for a row that bears some."""
    category = key_of_row(bill, row).category
    if category in ("S", "Z"):
        return "", ""
    code = row.exemption_code or EXEMPTION_CODES.get(category, "")
    return row.exemption or _reason(bill, category), code


def carriage(bill: Bill) -> list[Adjustment]:
    """The carriage of each VAT key: what its base counts beyond the lines, less the allowances."""
    left = {key_of_row(bill, row): row.base for row in bill.totals.vat_rows}
    for line in bill.lines:
        _add(left, key_of_line(bill, line), -line.net - (line.eco or 0))
    for part in bill.totals.allowances:
        _add(left, key_of_line(bill, part), part.amount)
    return [Adjustment("Frais de port", amount, key) for key, amount in left.items() if amount > 0]


def allowances(bill: Bill) -> list[Adjustment]:
    """The discounts on the whole document, one for each VAT key they bear on."""
    return [
        Adjustment(part.label, part.amount, key_of_line(bill, part))
        for part in bill.totals.allowances
    ]


def _add(amounts: dict[VatKey, Cents], key: VatKey, amount: Cents) -> None:
    # A key that no row knows is the invoice's mistake: the controls will say so.
    if key in amounts:
        amounts[key] += amount


def _key(bill: Bill, category: str, rate: Rate) -> VatKey:
    if category:
        return VatKey(category, rate)
    return VatKey("S" if rate else _untaxed(bill), rate)


def _untaxed(bill: Bill) -> str:
    said = " ".join(bill.mentions)
    rows = (row.category for row in bill.totals.vat_rows if row.category and not row.rate)
    quoted = (code for code, words in _ARTICLES.items() if any(one in said for one in words))
    return next(quoted, "") or next(rows, "E")


def _reason(bill: Bill, category: str) -> str:
    words = _ARTICLES.get(category, ())
    return _first(mention for mention in bill.mentions if any(one in mention for one in words))


def _first(sentences: Iterable[str]) -> str:
    return next(iter(sentences), "").rstrip(".")
