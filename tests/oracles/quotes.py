"""Quotes and consumers: validity, deposits, withdrawal."""

from sandbox.core import deadlines, pricing
from tests.oracles.adapters import Inputs, answers, cents, day, money, rate


@answers("quote_validity")
def quote_validity(given: Inputs) -> Inputs:
    until = deadlines.quote_valid_until(day(given["quote_date"]), given["validity_days"])
    return {"valid_until": str(until)}


@answers("quote_deposit30")
def quote_deposit(given: Inputs) -> Inputs:
    vat = rate(given["vat_rate"])
    foot = pricing.totals([(vat, cents(given["net_ht"]))])
    asked = pricing.deposit(foot.gross, rate(given["deposit_pct_on_ttc"]), vat)
    return {
        "vat": money(foot.vat),
        "total_ttc": money(foot.gross),
        "deposit_ttc": money(asked.gross),
        "deposit_ht": money(asked.net),
        "deposit_vat": money(asked.vat),
        "balance_ttc": money(asked.balance),
    }


@answers("quote_arrhes")
def quote_arrhes(given: Inputs) -> Inputs:
    cost = pricing.forfeit(cents(given["arrhes"]))
    return {
        "buyer_withdraws_buyer_loses": money(cost.buyer_loses),
        "seller_withdraws_seller_returns": money(cost.seller_returns),
    }


@answers("b2c_withdrawal_1", "b2c_withdrawal_2", "b2c_withdrawal_3")
def withdrawal(given: Inputs) -> Inputs:
    received = day(given["goods_received"])
    return {
        "raw_day_14": str(deadlines.withdrawal_raw_day(received)),
        "last_day": str(deadlines.withdrawal_last_day(received)),
    }


@answers("b2c_withdrawal_refund")
def withdrawal_refund(given: Inputs) -> Inputs:
    notified = day(given["withdrawal_notified"])
    return {"refund_latest": str(deadlines.withdrawal_refund_by(notified))}


@answers("b2c_uninformed")
def uninformed(given: Inputs) -> Inputs:
    last = day(given["initial_last_day"])
    return {"extended_last_day": str(deadlines.withdrawal_if_uninformed(last))}


@answers("legal_conformity")
def conformity(given: Inputs) -> Inputs:
    return {
        "end": str(deadlines.conformity_until(day(given["delivery"]))),
        "presumption_months": deadlines.CONFORMITY_PRESUMPTION_MONTHS,
    }
