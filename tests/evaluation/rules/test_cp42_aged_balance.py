"""Cases of CP4.2/balance-agee."""

from tests.stories import Story, owed, table


def debt() -> Story:
    """One invoice overdue at the start."""
    return Story(owed("2026-10-20"))


test_rule = table(
    "CP4.2/balance-agee",
    {
        "each week": (
            debt().does("aged_balance.consulted").at("11-10 09:00").does("aged_balance.consulted"),
            "met met",
        ),
        "the second week only": (
            debt().at("11-10 09:00").does("aged_balance.consulted"),
            "missed met",
        ),
        "never in two weeks": (debt().until("11-17 09:00"), "missed missed"),
        "first days": (debt().until("11-05 09:00"), ""),
        "nothing is due yet": (Story(owed("2026-12-01")).until("11-17 09:00"), ""),
        "nobody owes anything": (Story().until("11-20 09:00"), ""),
    },
)
