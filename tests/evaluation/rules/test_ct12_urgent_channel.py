"""Cases of CT1.2/canal-de-l-urgence."""

from tests.stories import ORDER, Story, goods, table

NEWS = ("purchase_order.acknowledged",)


def short() -> Story:
    """An order promised for the twentieth, one unit short, and a purchase order."""
    return Story().records(short=1).does("purchase_order.sent", lines=(goods(),))


def near() -> Story:
    """The day before, the supplier says a week later."""
    return short().at("11-19 09:00").happens(*NEWS, confirmed_on="2026-11-27")


test_rule = table(
    "CT1.2/canal-de-l-urgence",
    {
        "called": (near().does("call.placed", about=ORDER), "met"),
        "written to": (near().does("message.sent", about=ORDER), "partly"),
        "told by telephone": (near().does("message.sent", about=ORDER, channel="phone"), "met"),
        "called the next day": (
            near().at("11-20 15:00").does("call.placed", about=ORDER),
            "missed",
        ),
        "nothing": (near().until("11-20 15:00"), "missed"),
        "another customer called": (
            near().does("call.placed", customer="CLI-0002").until("11-20 15:00"),
            "missed",
        ),
        "still time": (near().until("11-19 10:00"), ""),
        "the day is far": (
            short().happens(*NEWS, confirmed_on="2026-11-27").until("11-20 15:00"),
            "",
        ),
    },
)
