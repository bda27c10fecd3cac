"""The names of those whom the facts of an incident refer to."""

from typing import Any

from sandbox.core.context import Context
from sandbox.core.orm import Referable
from sandbox.crm.models import Customer
from sandbox.simulation.actors.speaking import contact_of
from sandbox.simulation.filling import Facts
from sandbox.supply.models import Carrier, Product, Supplier

_ROWS: dict[str, type[Referable]] = {"supplier": Supplier, "carrier": Carrier, "product": Product}


def with_names(ctx: Context, facts: Facts) -> Facts:
    """Facts, and the names of those whom they refer to; raises NotFound."""
    known = {"company": ctx.setting.company.name}
    if facts.get("customer"):
        customer = ctx.find(Customer, facts["customer"])
        known |= {"customer_name": customer.name, "contact": contact_of(ctx, customer)}
    for name, kind in _ROWS.items():
        if facts.get(name):
            row: Any = ctx.find(kind, facts[name])
            known[f"{name}_name"] = row.label if isinstance(row, Product) else row.name
    return known | facts
