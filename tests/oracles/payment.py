"""Terms, penalties, payments."""

from decimal import Decimal

from sandbox.core import allocation, identifiers, late_fees, terms
from sandbox.core.cfonb import amount
from tests.oracles.adapters import Inputs, answers, cents, day, money, rate


@answers("due_45eom_1", "due_45eom_2", "due_45eom_3", "due_45eom_4")
def due_dates(given: Inputs) -> Inputs:
    codes = {
        "A_45_then_eom": "eom_45_a",
        "B_eom_then_45": "eom_45_b",
        "net_60": "net_60",
        "net_30": "net_30",
        "net_30_eom": "eom_30",
        "net_30_eom_on_10": "eom_30_10",
    }
    invoiced = day(given["invoice"])
    return {name: str(terms.due_date(code, invoiced)) for name, code in codes.items()}


@answers("due_default")
def default(given: Inputs) -> Inputs:
    return {"due": str(terms.default_due_date(day(given["received"])))}


@answers("due_periodic")
def periodic(given: Inputs) -> Inputs:
    return {"latest": str(terms.periodic_latest(day(given["issued"])))}


@answers("due_perishable_1", "due_perishable_2")
def perishable(given: Inputs) -> Inputs:
    delivered = day(given["delivered"])
    return {
        "decade_end": str(terms.ten_day_period_end(delivered)),
        "due": str(terms.perishable_due_date(delivered)),
    }


@answers("due_transport")
def transport(given: Inputs) -> Inputs:
    return {"latest": str(terms.transport_latest(day(given["issued"])))}


@answers("penalty_ecb10")
def ecb_plus_ten(given: Inputs) -> Inputs:
    applied = late_fees.penalty_rate(None, rate(given["ecb_refi_pct"]), legal=0)
    assert applied == rate(given["rate_pct"])
    owed = late_fees.penalty(cents(given["ttc"]), applied, given["days"])
    indemnity = late_fees.fixed_indemnity(1)
    return {
        "penalty": money(owed),
        "indemnity": money(indemnity),
        "total": money(owed + indemnity),
    }


@answers("penalty_floor")
def floor(given: Inputs) -> Inputs:
    lowest = late_fees.floor_rate(rate(given["legal_pct"]))
    owed = late_fees.penalty(cents(given["ttc"]), lowest, given["days"])
    return {"floor_rate_pct": money(lowest), "penalty": money(owed)}


@answers("penalty_two_semesters")
def two_half_years(given: Inputs) -> Inputs:
    rates = {name: rate(text.split()[0]) for name, text in given["rates"].items()}
    first, second = late_fees.penalty_slices(
        cents(given["ttc"]), day(given["due"]), [], rates, until=day(given["paid"])
    )
    return {
        "days_s1": first.days,
        "days_s2": second.days,
        "penalty": money(first.penalty + second.penalty),
    }


@answers("penalty_partial")
def part_payments(given: Inputs) -> Inputs:
    paid = [(day(when), cents(amount)) for when, amount in given["paid"]]
    slices = late_fees.penalty_slices(
        cents(given["ttc"]),
        day(given["due"]),
        paid,
        {"2026-S2": rate(given["rate_pct"])},
        until=paid[-1][0],
    )
    return {
        "days": [part.days for part in slices],
        "amounts": [money(part.penalty) for part in slices],
        "penalty": money(sum(part.penalty for part in slices)),
        "indemnity": money(late_fees.fixed_indemnity(1)),
    }


@answers("indemnity_count")
def indemnities(given: Inputs) -> Inputs:
    return {"indemnity": money(late_fees.fixed_indemnity(given["late_invoices"]))}


@answers("delay_penalty")
def late_delivery(given: Inputs) -> Inputs:
    owed = late_fees.delivery_penalty(
        cents(given["order_ht"]),
        given["days_late"],
        rate(given["rate_week_pct"]),
        rate(given["cap_pct"]),
    )
    return {"full_weeks": late_fees.full_weeks(given["days_late"]), "penalty": money(owed)}


@answers("cash_limit")
def cash(given: Inputs) -> Inputs:
    return {"cash_allowed": [terms.cash_allowed(cents(amount)) for _, amount in given["cases"]]}


@answers("rf_reference")
def structured_reference(given: Inputs) -> Inputs:
    built = identifiers.rf_reference(given["reference"])
    return {"rf": built, "valid": identifiers.is_rf(built)}


@answers("payment_plan")
def plan(given: Inputs) -> Inputs:
    # The count stands under a bare `n`, which YAML 1.1 reads as « no ».
    (count,) = (value for value in given.values() if isinstance(value, int))
    steps = terms.payment_plan(cents(given["amount"]), count, day(given["first"]))
    return {"instalments": [[str(step.due), money(step.amount)] for step in steps]}


@answers("reconcile")
def one_transfer_for_several(given: Inputs) -> Inputs:
    names, owed = zip(*((name, cents(amount)) for name, amount in given["open"]), strict=True)
    received = cents(given["received"])
    found = allocation.items_summing_to(received, owed)
    rest = received - sum(owed[place] for place in found)
    return {"match": [names[place] for place in found], "difference": money(rest)}


@answers("payment_allocation")
def without_instruction(given: Inputs) -> Inputs:
    owed = [(day(due), cents(amount)) for _, due, amount in given["open"]]
    parts = allocation.allocate(cents(given["received"]), owed)
    told = {name: money(part) for (name, *_), part in zip(given["open"], parts, strict=True)}
    left = {
        f"{name}_left": money(amount - part)
        for (name, *_), (_, amount), part in zip(given["open"], owed, parts, strict=True)
    }
    return told | left


@answers("cfonb_amount")
def cfonb(given: Inputs) -> Inputs:
    cents = [amount(field) for field in given["fields"]]
    return {"values": [f"{Decimal(each).scaleb(-2)}" for each in cents]}
