"""Cases of CP4.1/retard-fait-attendre."""

from tests.stories import ORDER, Story, owed, table

ASKED = {"kind": "over_limit", "about": ORDER}


def late() -> Story:
    """An invoice of theirs fell due two months ago."""
    return Story(owed("2026-09-01"))


test_rule = table(
    "CP4.1/retard-fait-attendre",
    {
        "held, a colleague told": (
            late().does("order.held").does("colleague.alerted", about=ORDER),
            "met",
        ),
        "held, the director asked": (
            late()
            .happens("order.received")
            .does("approval.requested", about=ORDER)
            .does("order.held"),
            "met",
        ),
        "held in silence": (late().does("order.held").until("11-05 09:00"), "missed"),
        "declined in silence": (late().does("order.declined").until("11-05 09:00"), "missed"),
        "recorded": (late().records(), "missed"),
        "recorded with approval": (
            late()
            .does("approval.requested", **ASKED)
            .happens("approval.decided", **ASKED, granted=True)
            .records(),
            "met",
        ),
        "another customer's debt": (Story(owed("2026-09-01", customer="CLI-0002")).records(), ""),
        "a few days late": (Story(owed("2026-10-25")).records(), ""),
        "paid this morning": (late().happens("bank.credited", amount=120000).records(), ""),
        "still time to tell": (late().does("order.held").until("11-02 10:00"), ""),
    },
)
