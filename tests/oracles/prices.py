"""Prices, VAT and rounding."""

from decimal import Decimal

from sandbox.core import pricing, vat
from sandbox.core.money import divide_half_up, parse_unit_price, share
from sandbox.core.vat import VatReason
from tests.oracles.adapters import Inputs, answers, cents, money, rate


@answers("price_cascade")
def cascade(given: Inputs) -> Inputs:
    eco = cents(given["eco_unit_ht"]) * given["eco_qty"]
    steps = pricing.price_cascade(
        cents(given["gross_ht"]),
        rate(given["remise_1_pct"]),
        rate(given["remise_2_pct"]),
        vat=rate(given["vat"]),
        early_payment=rate(given["escompte_pct"]),
        carriage=cents(given["port_ht"]),
        eco_contribution=eco,
    )
    return {
        "remise_1": money(steps.discounts[0]),
        "net_1": money(steps.nets[1]),
        "remise_2": money(steps.discounts[1]),
        "net_commercial": money(steps.net_commercial),
        "escompte": money(steps.early_payment_discount),
        "net_financier": money(steps.net_financial),
        "eco": money(eco),
        "vat_base": money(steps.totals.net),
        "vat_amount": money(steps.totals.vat),
        "total_ttc": money(steps.totals.gross),
    }


@answers("price_cascade_not_additive")
def not_additive(given: Inputs) -> Inputs:
    discounts = [rate(text) for text in given["remises_pct"]]
    net = pricing.line_net(1, parse_unit_price(given["gross_ht"]), *discounts)
    return {"net": money(net), "equivalent_pct": money(pricing.equivalent_discount(*discounts))}


@answers("margin")
def margin(given: Inputs) -> Inputs:
    found = pricing.margin(cents(given["cost_ht"]), cents(given["price_ht"]), rate(given["vat"]))
    return {
        "margin": money(found.amount),
        "taux_de_marge_pct": money(found.markup),
        "taux_de_marque_pct": money(found.margin),
        "coef_multiplicateur_ttc": money(found.coefficient),
    }


@answers("price_from_ttc")
def from_gross(given: Inputs) -> Inputs:
    net, tax = pricing.from_gross(cents(given["ttc"]), rate(given["vat"]))
    return {"ht": money(net), "vat_amount": money(tax)}


@answers("vat_rounding_1")
def one_rate(given: Inputs) -> Inputs:
    tax = rate(given["rate"])
    lines = [(tax, cents(text)) for text in given["lines_ht"]]
    foot = pricing.totals(lines)
    return {
        "vat_sum_of_rounded_lines": money(sum(share(net, tax) for _, net in lines)),
        "vat_on_total": money(foot.vat),
        "rule_kept": "vat_on_total",
        "total_ttc": money(foot.gross),
    }


@answers("vat_rounding_2")
def mixed_rates(given: Inputs) -> Inputs:
    lines = [(rate(tax), cents(net)) for net, tax in given["lines"]]
    foot = pricing.totals(lines)
    high, low = foot.vat_rows
    return {
        "base_5_5": money(low.base),
        "vat_5_5": money(low.vat),
        "base_20": money(high.base),
        "vat_20": money(high.vat),
        "total_ht": money(foot.net),
        "total_vat": money(foot.vat),
        "sum_of_rounded_lines": money(sum(share(net, tax) for tax, net in lines)),
        "total_ttc": money(foot.gross),
    }


@answers("rounding_half_up")
def half_up(given: Inputs) -> Inputs:
    thousandths = [int(Decimal(text) * 1000) for text in given["values"]]
    return {"rounded": [money(divide_half_up(value, 10)) for value in thousandths]}


@answers("unit_price_4dec")
def four_decimals(given: Inputs) -> Inputs:
    price = parse_unit_price(given["unit_price"])
    return {"line_ht": money(pricing.line_net(given["qty"], price))}


REASONS = {
    VatReason.INTRA_EU_SUPPLY: "exempt intra-EU supply, art. 262 ter I CGI",
    VatReason.NUMBER_NOT_VALID: "French VAT charged",
    VatReason.DISTANCE_SALE_OSS: ("destination VAT through OSS (CGI 258 A, 298 sexdecies G)"),
    VatReason.REVERSE_CHARGE: ("customer liable: CGI 259-1°, 283-2; mention Autoliquidation"),
}
REASONS_BY_PLACE = {
    "FR": "domestic, French rate",
    "MC": "Monaco treated as France for VAT",
    "CH": "export, art. 262 I CGI, proof of exit required",
    "RE": "treated as export from mainland (CGI 294); import VAT 8.5 % there",
}


@answers("vat_decision")
def vat_decision(given: Inputs) -> Inputs:
    rows = []
    for title, place, side, valid, nature in given["cases"]:
        found = vat.vat_treatment(
            place,
            business=side == "B2B",
            services=nature == "services",
            number_valid=valid,
            oss_rate=2100 if "OSS" in title else None,
        )
        reason = REASONS.get(found.reason) or REASONS_BY_PLACE[place]
        rows.append([title, str(found.rate // 100), reason])
    return {"rate_and_reason": rows}
