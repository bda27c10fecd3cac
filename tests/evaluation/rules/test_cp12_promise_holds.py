"""Cases of CP1.2/date-tenable."""

from tests.stories import ORDER, Story, table

test_rule = table(
    "CP1.2/date-tenable",
    {
        "on the day it is available": (Story().records(), "met"),
        "before it is available": (Story().records(available_on="2026-11-24"), "missed"),
        "later than asked, without a word": (Story().records(requested_on="2026-11-18"), "partly"),
        "later than asked, and said": (
            Story().does("message.sent", about=ORDER).records(requested_on="2026-11-18"),
            "met",
        ),
        "said to another customer": (
            Story().does("message.sent", customer="CLI-0002").records(requested_on="2026-11-18"),
            "partly",
        ),
        "said afterwards": (
            Story().records(requested_on="2026-11-18").does("message.sent", about=ORDER),
            "partly",
        ),
    },
)
