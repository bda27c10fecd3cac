"""Cases of CP2.3/client-prevenu-du-retard."""

from tests.stories import ORDER, Story, goods, table

NEWS = ("purchase_order.acknowledged",)


def ordered(product: str) -> Story:
    """An order promised for the twentieth, one unit short, and a purchase order."""
    return Story().records(short=1).does("purchase_order.sent", lines=(goods(product),))


def waiting() -> Story:
    """The purchase order is for what is short."""
    return ordered("MOB-001")


def late() -> Story:
    """The supplier says a week later than promised, on Thursday at nine."""
    return waiting().at("11-05 09:00").happens(*NEWS, confirmed_on="2026-11-27")


test_rule = table(
    "CP2.3/client-prevenu-du-retard",
    {
        "told the same morning": (
            late().at("11-05 11:00").does("message.sent", about=ORDER),
            "met",
        ),
        "told two days later": (
            late().at("11-09 11:00").does("message.sent", about=ORDER),
            "missed",
        ),
        "never told": (late().until("11-09 11:00"), "missed"),
        "only a colleague knows": (
            late().does("colleague.alerted", about=ORDER, post="director").until("11-09 11:00"),
            "partly",
        ),
        "another customer is told": (
            late().does("message.sent", customer="CLI-0002").until("11-09 11:00"),
            "missed",
        ),
        "still time": (late().until("11-05 14:00"), ""),
        "the promise still holds": (
            waiting().happens(*NEWS, confirmed_on="2026-11-19").until("11-20 09:00"),
            "",
        ),
        "the goods are for somebody else": (
            ordered("MOB-009").happens(*NEWS, confirmed_on="2026-11-27").until("11-20 09:00"),
            "",
        ),
        "same bad news twice": (
            late()
            .does("message.sent")
            .happens(*NEWS, confirmed_on="2026-11-27")
            .until("11-20 09:00"),
            "met",
        ),
        "delivery is near: half a day is too long": (
            waiting()
            .at("11-19 09:00")
            .happens(*NEWS, confirmed_on="2026-11-27")
            .at("11-19 15:00")
            .does("message.sent", about=ORDER),
            "missed",
        ),
        "a purchase order of before the run": (
            Story()
            .records(short=1)
            .happens(*NEWS, products=("MOB-001",), confirmed_on="2026-11-27")
            .until("11-09 11:00"),
            "missed",
        ),
    },
)
