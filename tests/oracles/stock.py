"""Stock, replenishment, freight."""

from decimal import Decimal

from sandbox.core import freight, stock
from tests.oracles.adapters import Inputs, answers, cents, money, rate


def price(text: str) -> int:
    """A unit price of the file, in ten-thousandths of a euro."""
    return int(Decimal(text) * 10_000)


def four(amount: int) -> str:
    """Ten-thousandths of a euro as the file writes them."""
    return f"{amount // 10_000}.{amount % 10_000:04d}"


def held(layer: list[str]) -> stock.Holding:
    return stock.Holding(int(layer[0]), stock.cost_of(int(layer[0]), price(layer[1])))


def received(before: stock.Holding, layer: list[str]) -> stock.Holding:
    return stock.moving_average(before, int(layer[0]), price(layer[1]))


@answers("atp")
def available(given: Inputs) -> Inputs:
    found = stock.availability(
        given["physical"], given["reserved"], given["supplier_on_order"], given["safety"]
    )
    return {
        "available": found.available,
        "projected": found.projected,
        "sellable_without_touching_safety": found.above_safety,
    }


@answers("partial_delivery")
def partial(given: Inputs) -> Inputs:
    allowed = given.pop("partial_allowed")
    found = stock.partial_delivery(*given.values(), allowed=allowed)
    return {"shipped": found.shipped, "backorder": found.backorder}


@answers("cump_moving")
def moving(given: Inputs) -> Inputs:
    first = received(held(given["opening"]), given["in_1"])
    left = first.issue(given["out"])
    last = received(left, given["in_2"])
    return {
        "cump_1": four(first.average),
        "out_value": money(first.issue_value(given["out"])),
        "stock_after_out": [left.units, money(left.value)],
        "cump_2": four(last.average),
        "closing": [last.units, money(last.value)],
    }


@answers("cump_period")
def period(given: Inputs) -> Inputs:
    receipts = [(units, price(cost)) for units, cost in (given["in_1"], given["in_2"])]
    found = stock.period_holding(held(given["opening"]), receipts)
    return {
        "cump": four(found.average),
        "out_value": money(found.issue_value(given["out"])),
        "closing_value": money(found.issue(given["out"]).value),
    }


@answers("fifo")
def oldest_first(given: Inputs) -> Inputs:
    layers = [(units, price(cost)) for units, cost in given["layers"]]
    value, left = stock.fifo_issue(layers, given["out"])
    return {
        "out_value": money(value),
        "remaining": [[units, money(cost // 100)] for units, cost in left],
        "remaining_value": money(sum(stock.cost_of(*layer) for layer in left)),
    }


@answers("reorder_simple")
def simple(given: Inputs) -> Inputs:
    return {"reorder_point": stock.reorder_point(*given.values())}


@answers("reorder_stat")
def with_hazards(given: Inputs) -> Inputs:
    factor, *rest = (Decimal(str(value)) for value in given.values())
    safety = stock.safety_stock(int(factor * 1000), *rest)
    point = stock.reorder_point(given["daily_demand"], given["lead_time"], safety.units)
    return {
        "safety_raw": round(float(safety.raw), 4),
        "safety": safety.units,
        "reorder_point": point,
    }


@answers("eoq")
def wilson(given: Inputs) -> Inputs:
    found = stock.economic_order(
        given["yearly_demand"],
        cents(given["order_cost"]),
        cents(given["unit_cost"]),
        rate(given["holding_rate_pct"]),
    )
    return {
        "eoq_raw": round(float(found.raw), 3),
        "eoq": found.units,
        "orders_per_year": round(float(found.orders), 1),
        "days_between_360": round(float(found.days_between), 1),
    }


@answers("inventory_gap")
def gap(given: Inputs) -> Inputs:
    found = stock.count_gap(given["book"], given["counted"], price(given["cump"]))
    return {
        "gap_units": found.units,
        "gap_value": money(found.value),
        "gap_pct": money(found.rate),
    }


@answers("rotation")
def turns(given: Inputs) -> Inputs:
    found = stock.rotation(
        cents(given["average_stock_cost"]), cents(given["cost_of_sales"]), given["base_days"]
    )
    return {"turnover": money(found.turns), "cover_days": f"{found.cover_days / 10:.1f}"}


@answers("otif")
def service(given: Inputs) -> Inputs:
    return {"otif_pct": money(stock.service_rate(given["lines"], given["on_time_in_full"]))}


@answers("volumetric")
def freight_weight(given: Inputs) -> Inputs:
    sides, actual = tuple(given["cm"]), given["actual_kg"] * 1000
    air = freight.volumetric(sides, actual)
    express = freight.volumetric(sides, actual, freight.EXPRESS)
    return {
        "volume_m3": f"{air.volume / 1_000_000:.3f}",
        "air_6000_kg": air.weight // 1000,
        "express_5000_kg": express.weight // 1000,
        "charged_air_kg": air.charged // 1000,
        "charged_express_kg": express.charged // 1000,
    }
