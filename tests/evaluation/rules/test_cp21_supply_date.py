"""Cases of CP2.1/date-d-approvisionnement."""

from tests.stories import ORDER, Story, table


def bought(expected_on: str) -> Story:
    """Goods bought for an order promised for the twentieth."""
    story = Story().records(short=2)
    return story.does("purchase_order.sent", needed_for=ORDER, expected_on=expected_on)


test_rule = table(
    "CP2.1/date-d-approvisionnement",
    {
        "there in time": (bought("2026-11-18"), "met"),
        "there on the very day": (bought("2026-11-19"), "met"),
        "no time to prepare": (bought("2026-11-20").until("11-23 09:00"), "missed"),
        "too late, an earlier day asked for": (
            bought("2026-11-25").does("purchase_order.date_asked"),
            "met",
        ),
        "too late, the customer knows": (
            bought("2026-11-25").does("message.sent", about=ORDER),
            "met",
        ),
        "too late, said after the day": (
            bought("2026-11-25").at("11-24 09:00").does("message.sent", about=ORDER),
            "missed",
        ),
        "too late, still time": (bought("2026-11-25").until("11-12 09:00"), ""),
        "for the stock": (
            Story().does("purchase_order.sent", expected_on="2026-12-25").until("12-28 09:00"),
            "",
        ),
    },
)
