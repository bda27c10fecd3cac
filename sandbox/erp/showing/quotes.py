"""Quotes on the screen: the grid while it is typed, and the document."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sandbox.core.setting import SalesProcedure, Setting
from sandbox.core.terms import label
from sandbox.core.units import Rate
from sandbox.erp.labels import QUOTE, QUOTE_STEPS, REFUSAL
from sandbox.erp.margin import cost_of, margin_of, price_of
from sandbox.erp.models import Approval, ApprovalKind, Order, Quote, QuoteLine, QuoteStatus
from sandbox.erp.preview import Preview, PreviewLine
from sandbox.erp.services.lines import carriage, vat_of
from sandbox.erp.services.quoting import breaches, margin_breach
from sandbox.erp.showing.common import foot_of, totals_rows
from sandbox.erp.showing.offering import deposit_told, terms_shown, terms_typed
from sandbox.erp.showing.solvency import solvency_called
from sandbox.filters import day, eur, input_eur, input_price, input_rate, rate

BLANK_LINES = 3
REPLACEABLE = (QuoteStatus.SENT, QuoteStatus.DECLINED, QuoteStatus.EXPIRED)


def grid_rows(seen: Preview, *, add: bool = False, drop: int | None = None) -> list[dict[str, str]]:
    """Rows of the grid as the macro takes them, what was typed kept as it was."""
    rows = [_row(line) for number, line in enumerate(seen.lines) if number != drop]
    return [*rows, *blank_lines(1)] if add or not rows else rows


def _row(line: PreviewLine) -> dict[str, str]:
    return {**asdict(line.typed), "error": line.error, **outputs(line)}


def outputs(line: PreviewLine) -> dict[str, str]:
    """What the server says of a line: its designation, VAT and total."""
    if line.priced is None:
        return {"label": line.product.label if line.product else "", "vat": "", "total": ""}
    found = line.priced
    granted = "" if line.typed.discount or not found.discount else _granted(found.discount)
    return {
        "label": f"{found.label}{granted}",
        "vat": rate(found.vat_rate),
        "total": eur(found.net),
    }


def _granted(discount: Rate) -> str:
    return f" · remise du client {rate(discount)}"


def fills(seen: Preview) -> dict[str, str]:
    """List prices of the lines that name a product, for the fields left empty."""
    return {
        f"lines-{number}-unit_price": input_price(line.product.price)
        for number, line in enumerate(seen.lines)
        if line.product is not None
    }


def reckoned(seen: Preview) -> dict[str, Any]:
    """What is typed comes to: its foot, the total with options, what needs an approval."""
    return {
        "totals": totals_rows(seen.goods, seen.eco, seen.carriage, seen.totals, seen.overall),
        "with_options": eur(seen.with_options) if seen.with_options else "",
        "warnings": breach_texts(seen),
    }


def typed_as(quote: Quote, sales: SalesProcedure) -> dict[str, Any]:
    """A draft as the form shows it; carriage as typed when it is not the procedure's."""
    usual = quote.carriage == carriage(quote.firm_lines, None, sales)
    return {
        "customer": quote.customer.reference,
        "requested_on": quote.requested_on,
        "validity_days": quote.validity_days,
        "carriage": "" if usual else input_eur(quote.carriage),
        **terms_typed(quote.offer_terms),
        "lines": [
            {
                "product": line.product.reference,
                "quantity": str(line.quantity),
                "unit_price": input_price(line.unit_price),
                "discount": discounts_typed(line),
                "optional": line.optional,
            }
            for line in quote.lines
        ],
    }


def margin_shown(quote: Quote) -> list[tuple[str, str]]:
    """What a quote earns, each figure with what it is worked out from."""
    found, cost, price = margin_of(quote), cost_of(quote), price_of(quote)
    if found is None:
        return []
    return [
        ("Articles HT, hors port et éco", eur(price)),
        ("Coût d’achat moyen (CUMP)", eur(cost)),
        ("Marge : prix − coût", eur(found.amount)),
        ("Taux de marge : marge ÷ coût", rate(found.markup)),
        ("Taux de marque : marge ÷ prix", rate(found.margin)),
    ]


def answer_shown(quote: Quote) -> list[tuple[str, str]]:
    """What the customer answered, and on which paper."""
    if quote.signed_by and quote.answered_at:
        on = f"{day(quote.answered_at)}, {quote.signed_by}"
        return [("Bon pour accord", f"{on} (copie signée au classement)")]
    if quote.refusal:
        words = f" : {quote.refusal_words}" if quote.refusal_words else ""
        return [("Motif du refus", f"{REFUSAL[quote.refusal]}{words}")]
    return []


def discounts_typed(line: QuoteLine) -> str:
    """Discounts of a line as the cell takes them: « 10 + 5 »."""
    return " + ".join(input_rate(step) for step in line.own_discounts if step) or "0"


def with_options(quote: Quote, setting: Setting) -> str:
    """The total with tax if every option were taken; empty when there is none."""
    if not quote.options:
        return ""
    carriage_vat = vat_of(setting.procedures.sales.carriage_vat, quote.customer)
    return eur(quote.foot(quote.lines, quote.carriage, carriage_vat).gross)


def asked_again(model: Quote | Order | None) -> list[dict[str, Any]]:
    """Lines for a new quote: the same goods, at today's price and the customer's own discount."""
    if model is None:
        return []
    options = {line.position for line in model.options} if isinstance(model, Quote) else set()
    return [
        {
            "product": line.product.reference,
            "quantity": str(line.quantity),
            "unit_price": "",
            "discount": "",
            "optional": line.position in options,
        }
        for line in model.lines
    ]


def blank_lines(count: int = BLANK_LINES) -> list[dict[str, str]]:
    """Empty lines to begin with."""
    return [{"product": "", "quantity": "", "unit_price": "", "discount": ""}] * count


def quote_page(quote: Quote, setting: Setting) -> dict[str, Any]:
    """A quote, ready to show: its steps, its terms, its foot."""
    over = quote.status in (QuoteStatus.DECLINED, QuoteStatus.EXPIRED, QuoteStatus.REPLACED)
    return {
        "quote": quote,
        "steps": QUOTE_STEPS,
        "current": QuoteStatus.SENT if over else quote.status,
        "stopped": QUOTE[quote.status][0] if over else "",
        "terms": label(quote.customer.terms),
        "solvency_called": solvency_called(quote.customer, quote.gross, setting),
        "offer": terms_shown(quote),
        "answer": answer_shown(quote),
        "margin": margin_shown(quote),
        "thin": str(margin_breach(quote, setting.procedures.sales) or ""),
        "with_options": with_options(quote, setting),
        "deposit_told": deposit_told(quote, business=quote.customer.business),
        "replaceable": quote.status in REPLACEABLE,
        "foot_rows": foot_of(quote, quote.firm_lines, setting.procedures.sales, quote.customer),
    }


def breach_texts(seen: Preview) -> list[str]:
    """What the offer needs an approval for, in sentences."""
    return [str(breach) for breach in seen.breaches.values()]


def warnings_on(
    quote: Quote, approvals: Sequence[Approval], setting: Setting
) -> dict[ApprovalKind, str]:
    """What a draft needs an approval for and has not, in sentences."""
    level = setting.procedures.level(setting.learner_post)
    granted = {approval.kind for approval in approvals if approval.granted}
    found = breaches(quote.net, quote.highest_discount, level, quote.customer)
    return {kind: str(breach) for kind, breach in found.items() if kind not in granted}


def states() -> Sequence[tuple[str, str]]:
    """Facet of the list."""
    return (("", "Tous"), *((key, words[0]) for key, words in QUOTE.items()))
