"""Cases of CP4.1/solvabilite-conclue."""

from tests.stories import CUSTOMER, ORDER, Story, table

FILE = "SOL-2026-000001"


def opened() -> Story:
    """A file is opened on Monday."""
    return Story().does("solvency.opened", FILE, customer=CUSTOMER)


def concluded(decision: str = "credit", *cautions: str) -> Story:
    """It is concluded."""
    told = {"customer": CUSTOMER, "decision": decision, "cautions": cautions}
    return opened().does("solvency.concluded", FILE, **told)


test_rule = table(
    "CP4.1/solvabilite-conclue",
    {
        "concluded": (concluded(), "met"),
        "concluded, then recorded": (concluded().records(ORDER, customer=CUSTOMER), "met"),
        "not concluded yet": (opened().until("11-20 10:00"), ""),
        "recorded before any conclusion": (opened().records(ORDER, customer=CUSTOMER), "missed"),
        "recorded for somebody else": (opened().records(ORDER, customer="CLI-0002"), ""),
        "refused, then recorded": (
            concluded("refusal").records(ORDER, customer=CUSTOMER),
            "missed",
        ),
        "credit in spite of an alarm": (concluded("credit", "AlarmIgnored"), "missed"),
        "more than the grid gives": (concluded("credit", "LimitAboveGrid"), "partly"),
        "opened by somebody else": (Story().happens("solvency.opened", FILE, by="accounting"), ""),
    },
)
