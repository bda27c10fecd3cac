"""Dunning, indicators, courts."""

from sandbox.core import deadlines, dunning
from tests.oracles.adapters import Inputs, answers, cents, day, money

STAGES = (
    "J-5 reminder",
    "J+3 call",
    "J+8 letter 1",
    "J+15 letter 2",
    "J+30 formal notice LRAR",
    "J+45 litigation",
)


@answers("dunning_plan", "dunning_plan_2")
def plan(given: Inputs) -> Inputs:
    steps = list(zip(STAGES, dunning.dunning_plan(day(given["due"])), strict=True))
    return {
        "raw": [[name, str(step.raw)] for name, step in steps],
        "business_day": [[name, str(step.on)] for name, step in steps],
    }


@answers("aged_balance")
def aged(given: Inputs) -> Inputs:
    items = [(day(due), cents(amount)) for _, due, amount in given["open"]]
    found = dunning.aged_balance(day(given["today"]), items)
    return {
        "buckets": {str(name): money(amount) for name, amount in found.buckets.items()},
        "total": money(found.total),
        "overdue": money(found.overdue),
        "overdue_pct": money(found.overdue_rate),
    }


@answers("dso_simple")
def dso(given: Inputs) -> Inputs:
    receivables, sales = cents(given["receivables_ttc"]), cents(given["sales_ttc"])
    return {"dso": money(dunning.dso(receivables, sales, given["days"]))}


@answers("dso_countback")
def dso_countback(given: Inputs) -> Inputs:
    months = [(cents(sales), days) for _, sales, days in given["sales_ttc"]]
    return {"dso": money(dunning.dso_countback(cents(given["receivables_ttc"]), months))}


@answers("avg_delay")
def average(given: Inputs) -> Inputs:
    found = dunning.average_delay((cents(amount), days) for amount, days in given["paid"])
    return {"simple": money(found.simple), "weighted": money(found.weighted)}


@answers("claim_deadline")
def claim(given: Inputs) -> Inputs:
    found = deadlines.claim_deadlines(day(given["bodacc"]))
    return {
        "raw": str(found.raw),
        "last_day": str(found.last_day),
        "foreign_creditor_4_months": str(found.foreign),
        "relief_6_months": str(found.relief),
    }


@answers("prescription")
def limitation(given: Inputs) -> Inputs:
    due = day(given["due"])
    return {
        "b2b_until": str(deadlines.limitation(due, consumer=False)),
        "b2c_until": str(deadlines.limitation(due, consumer=True)),
    }


@answers("injonction")
def order_to_pay(given: Inputs) -> Inputs:
    found = deadlines.court_order(day(given["order"]), day(given["served"]))
    return {
        "service_latest_3_months": str(found.serve_by),
        "opposition_latest": str(found.oppose_by),
        "enforceable_if_no_notice_after_2_months": str(found.enforceable_on),
    }
