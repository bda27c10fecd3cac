"""Cases of CP2.2/date-reportee."""

from tests.stories import Story, goods, table

NEWS = ("purchase_order.acknowledged",)


def waiting() -> Story:
    """An order promised for the twentieth, one unit short, and a purchase order."""
    return Story().records(short=1).does("purchase_order.sent", lines=(goods(),))


def late() -> Story:
    """The supplier says a week later than promised, on Thursday at nine."""
    return waiting().at("11-05 09:00").happens(*NEWS, confirmed_on="2026-11-27")


test_rule = table(
    "CP2.2/date-reportee",
    {
        "a dated offer the same day": (
            late().does("message.sent", proposal="later_date:2026-11-30"),
            "met",
        ),
        "a backorder dated": (late().does("order.backorder_dated", new_on="2026-11-30"), "met"),
        "a word without a date": (late().does("message.sent").until("11-09 09:00"), "missed"),
        "two days later": (
            late().at("11-09 09:00").does("message.sent", proposal="later_date:2026-11-30"),
            "missed",
        ),
        "an offer to somebody else": (
            late()
            .does("message.sent", customer="CLI-0002", proposal="later_date:2026-11-30")
            .until("11-09 09:00"),
            "missed",
        ),
        "nothing": (late().until("11-09 09:00"), "missed"),
        "still time": (late().until("11-05 12:00"), ""),
        "the promise holds": (
            waiting().happens(*NEWS, confirmed_on="2026-11-19").until("11-09 09:00"),
            "",
        ),
    },
)
