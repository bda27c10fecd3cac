"""Cases of CT1.2/decide-a-son-niveau."""

from dataclasses import replace

from sandbox.core.procedures import DelegationLevel
from tests.stories import PROCEDURES, Story, table

ASKED = {"needed": True, "kind": "order_amount", "amount": 2000000}
LEVELS = (
    DelegationLevel("assistant", "Assistant", 500000, 500, 0, 10000),
    DelegationLevel("sales_rep", "Commercial", 1000000, 1000, 0, 25000),
    DelegationLevel("director", "Direction", 10000000, 3000, 2500, 100000),
)


def table_of() -> Story:
    """Three levels of delegation."""
    return Story(procedures=replace(PROCEDURES, delegation=LEVELS))


test_rule = table(
    "CT1.2/decide-a-son-niveau",
    {
        "somebody who may": (
            table_of().does("approval.requested", **ASKED, post="director"),
            "met",
        ),
        "somebody who may not": (
            table_of().does("approval.requested", **ASKED, post="sales_rep"),
            "missed",
        ),
        "nobody in the table": (
            table_of().does("approval.requested", **ASKED, post="accounting"),
            "missed",
        ),
        "an overrun": (
            table_of().does("approval.requested", needed=True, kind="over_limit", post="director"),
            "met",
        ),
        "an overrun, to the rep": (
            table_of().does("approval.requested", needed=True, kind="over_limit", post="sales_rep"),
            "missed",
        ),
        "not needed": (
            table_of().does("approval.requested", kind="order_amount", post="sales_rep"),
            "",
        ),
    },
)
