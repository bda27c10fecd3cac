"""Cases of CP2.3/collegue-prevenu-du-retard."""

from tests.stories import ORDER, Story, goods, table

NEWS = ("purchase_order.acknowledged",)


def waiting() -> Story:
    """An order promised for the twentieth, one unit short, and a purchase order."""
    return Story().records(short=1).does("purchase_order.sent", lines=(goods(),))


def late() -> Story:
    """The supplier says a week later than promised, on Thursday at nine."""
    return waiting().at("11-05 09:00").happens(*NEWS, confirmed_on="2026-11-27")


test_rule = table(
    "CP2.3/collegue-prevenu-du-retard",
    {
        "the rep, the same morning": (
            late().does("colleague.alerted", about=ORDER, post="sales_rep"),
            "met",
        ),
        "somebody whom it does not concern": (
            late().does("colleague.alerted", about=ORDER, post="accounting").until("11-09 09:00"),
            "missed",
        ),
        "the rep, two days later": (
            late().at("11-09 09:00").does("colleague.alerted", about=ORDER, post="sales_rep"),
            "missed",
        ),
        "about another order": (
            late().does("colleague.alerted", about="CDE-9", post="sales_rep").until("11-09 09:00"),
            "missed",
        ),
        "nobody": (late().until("11-09 09:00"), "missed"),
        "still time": (late().until("11-05 12:00"), ""),
        "the promise holds": (
            waiting().happens(*NEWS, confirmed_on="2026-11-19").until("11-09 09:00"),
            "",
        ),
    },
)
