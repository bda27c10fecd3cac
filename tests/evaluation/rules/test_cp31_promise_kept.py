"""Cases of CP3.1/annonce-tenue."""

from tests.stories import ORDER, QUOTE, Story, table


def said() -> Story:
    """An order, and a date announced: the twelfth."""
    return Story().records().does("message.sent", about=ORDER, proposal="later_date:2026-11-12")


test_rule = table(
    "CP3.1/annonce-tenue",
    {
        "there on the day": (
            said().does("delivery.shipped", order=ORDER, arrives_on="2026-11-12"),
            "met",
        ),
        "there the day after": (
            said()
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-13")
            .until("11-16 09:00"),
            "missed",
        ),
        "another date given before": (
            said()
            .does("message.sent", about=ORDER, proposal="later_date:2026-11-20")
            .until("11-16 09:00"),
            "met",
        ),
        "another date given after": (
            said()
            .at("11-16 09:00")
            .does("message.sent", about=ORDER, proposal="later_date:2026-11-20"),
            "missed",
        ),
        "in two goes": (
            Story()
            .records()
            .does("message.sent", about=ORDER, proposal="partial:2@2026-11-10,2@2026-11-12")
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-10")
            .does("delivery.shipped", "BL-2", order=ORDER, arrives_on="2026-11-12"),
            "met",
        ),
        "in two goes, the first one late": (
            Story()
            .records()
            .does("message.sent", about=ORDER, proposal="partial:2@2026-11-10,2@2026-11-12")
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-11")
            .does("delivery.shipped", "BL-2", order=ORDER, arrives_on="2026-11-12")
            .until("11-16 09:00"),
            "missed",
        ),
        "said of the quote": (
            Story()
            .records(quote=QUOTE)
            .does("message.sent", about=QUOTE, proposal="later_date:2026-11-12")
            .does("delivery.shipped", order=ORDER, arrives_on="2026-11-12"),
            "met",
        ),
        "never left": (said().until("11-16 09:00"), "missed"),
        "still time": (said().until("11-09 09:00"), ""),
        "no order of it": (
            Story()
            .does("message.sent", about=QUOTE, proposal="later_date:2026-11-12")
            .until("11-16 09:00"),
            "",
        ),
    },
)
