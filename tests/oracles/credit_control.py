"""Credit: exposure, decision, limit, score, delegation."""

from sandbox.core import credit
from sandbox.core.money import share
from tests.oracles.adapters import Inputs, answers, cents, money, rate


@answers("credit_exposure")
def exposure(given: Inputs) -> Inputs:
    found = credit.exposure(
        open_invoices=cents(given["invoices_open_ttc"]),
        credit_notes=cents(given["credit_notes_unallocated_ttc"]),
        bills=cents(given["bills_not_matured"]),
        delivered_not_invoiced=cents(given["delivered_not_invoiced_ttc"]),
        open_orders=cents(given["open_orders_ttc"]),
        deposits=cents(given["deposits_received"]),
        limit=cents(given["credit_limit"]),
    )
    return {
        "accounting_exposure": money(found.accounting),
        "total_exposure": money(found.total),
        "available": money(found.available),
        "usage_pct": money(found.usage),
    }


@answers("credit_accept", "credit_block")
def check(given: Inputs) -> Inputs:
    found = credit.check_order(
        cents(given["total_exposure"]), cents(given["limit"]), cents(given["new_order_ttc"])
    )
    return {
        "after": money(found.after),
        "usage_pct": money(found.usage),
        "decision": str(found.verdict),
        "excess": money(found.excess),
        "min_deposit_to_unblock": money(found.excess),
    }


@answers("credit_limit_calc")
def limit(given: Inputs) -> Inputs:
    net, equity = cents(given["yearly_sales_ht"]), cents(given["equity"])
    gross, terms = net + share(net, 2000), given["terms_days"]
    suggested = credit.suggested_limit(gross, terms, equity, given["score_class"])
    return {
        "flow_method": money(credit.flow_limit(gross, terms)),
        "equity_method": money(credit.equity_limit(equity)),
        "limit": money(suggested),
    }


@answers("credit_score")
def score(given: Inputs) -> Inputs:
    found = credit.score(
        age_years=given["age_years"],
        equity_positive=given["equity_positive"],
        incident=given["incident_bodacc"],
        average_delay=given["payment_avg_delay_days"],
        bureau_score=given["bdf_or_bureau_score_0_100"],
        sector_risk=credit.SectorRisk(given["sector_risk"]),
    )
    points = dict(zip(given, found.points.values(), strict=True))
    return {"points": points, "total": found.total, "class": found.score_class}


@answers("credit_delegation")
def delegation(given: Inputs) -> Inputs:
    order, discount = cents(given["order_ht"]), rate(given["discount_pct"])
    return {
        "by_amount": credit.approver(order_net=order).code,
        "by_discount": credit.approver(discount=discount).code,
        "approver": credit.approver(order_net=order, discount=discount).code,
    }
