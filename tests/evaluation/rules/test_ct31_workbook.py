"""Cases of CT3.1/classeur-a-formules."""

from typing import Any

from tests.stories import Story, table

BALANCE = {"task": "balance", "formulas": 4, "figures": (120000, 345600)}


def seen(**book: Any) -> Story:
    """The aged balance was read, then a workbook handed in."""
    story = Story().does("aged_balance.consulted", overdue=345600)
    return story.does("workbook.handed_in", **{**BALANCE, **book})


test_rule = table(
    "CT3.1/classeur-a-formules",
    {
        "formulas, and the right figure": (seen(), "met"),
        "nothing calculated": (seen(formulas=0, figures=()), "missed"),
        "another figure": (seen(figures=(345000,)), "missed"),
        "a total typed in": (seen(typed_totals=1), "partly"),
        "handed in again, better": (
            seen(formulas=0).does("workbook.handed_in", "CLA-000002", **BALANCE),
            "met",
        ),
        "nothing was read": (Story().does("workbook.handed_in", **BALANCE), "met"),
        "no workbook": (Story().does("aged_balance.consulted", overdue=345600), ""),
    },
)
